using Bitloom.Engine;
using Bitloom.Tests.Evaluators;

namespace Bitloom.Tests.Engine;

/// <summary>The engine simulator, with arbitrary words in its memories before each window.</summary>
public sealed class EngineSimulatorSuite : EvaluatorSuite
{
    protected override Task<int[]> EvaluateAsync(EvaluationCase question)
    {
        var program = Programs.Compile(question.Graph, question.Shape);
        return Task.FromResult<int[]>([.. question.EachWindow.SelectMany(
            window => EngineSimulator.Run(program, window, observer: null, remains: 9).Output)]);
    }
}
