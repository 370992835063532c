using Bitloom.Interpreter;
using Bitloom.Tests.Evaluators;

namespace Bitloom.Tests.Interpreter;

/// <summary>The oracle is held to the suite like every other evaluator.</summary>
public sealed class InterpreterSuite : EvaluatorSuite
{
    protected override Task<int[]> EvaluateAsync(EvaluationCase question) => Task.FromResult<int[]>(
        [.. question.EachWindow.SelectMany(window => GraphInterpreter.Run(question.Graph, window).Output)]);
}
