using Bitloom.Interpreter;
using Bitloom.Tests.Evaluators;

namespace Bitloom.Tests.Interpreter;

/// <summary>The fast evaluator by every set of instructions that this processor has.</summary>
public sealed class FastEvaluatorSuite : EvaluatorSuite
{
    protected override Task<int[]> EvaluateAsync(EvaluationCase question)
    {
        int[][] answers =
            [.. FastEvaluator.SupportedPaths.Select(path => new FastEvaluator(question.Graph, path).Run(question.Windows))];
        answers.ShouldAllBe(answer => answer.SequenceEqual(answers[0]));
        return Task.FromResult(answers[0]);
    }
}
