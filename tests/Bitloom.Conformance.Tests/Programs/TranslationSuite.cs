using Bitloom.Engine;
using Bitloom.Tests.Evaluators;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>The translation that synthesis reads, in Verilator, registers starting from anything.</summary>
public sealed class TranslationSuite : BuiltEvaluatorSuite
{
    /// <summary>The outputs of all windows, of an engine whose memories are built as planned.</summary>
    internal static async Task<int[]> AnswerAsync(EvaluationCase question, Func<EngineParameters, MemoryPlan> plan)
    {
        using var folder = new TemporaryFolder();
        var program = EngineCompiler.Compile(question.Graph, EngineOptions.Pinned(question.Shape)).Value!;
        var simulation = await Translation.BuildAsync(folder, program, plan);
        var run = await simulation.RunAsync(
            "suite", question.Windows, question.Expected, stallSeed: 4, resetSeed: 6,
            cancellation: TestContext.Current.CancellationToken);
        run.Ok.ShouldBeTrue(run.Failure ?? string.Join('\n', run.Process.LastLines));
        return [.. run.Outputs];
    }

    protected override Task<int[]> EvaluateAsync(EvaluationCase question) => AnswerAsync(question, SplitMemories.None);
}
