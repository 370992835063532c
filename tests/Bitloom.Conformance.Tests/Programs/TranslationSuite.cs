using Bitloom.Engine;
using Bitloom.Tests.Evaluators;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>The translation that synthesis reads, in Verilator, registers starting from anything.</summary>
public class TranslationSuite : EvaluatorSuite
{
    /// <summary>How the engine's memories are built.</summary>
    protected virtual MemoryPlan Plan(EngineParameters parameters) => SplitMemories.None(parameters);

    protected override async Task<int[]> EvaluateAsync(EvaluationCase question)
    {
        using var folder = new TemporaryFolder();
        var program = EngineCompiler.Compile(question.Graph, EngineOptions.Pinned(question.Shape)).Value!;
        var simulation = await Translation.BuildAsync(folder, program, Plan);
        var run = await simulation.RunAsync(
            "suite", question.Windows, question.Expected, stallSeed: 4, resetSeed: 6,
            cancellation: TestContext.Current.CancellationToken);
        run.Ok.ShouldBeTrue(run.Failure ?? string.Join('\n', run.Process.LastLines));
        return [.. run.Outputs];
    }
}

/// <summary>The same with memories that are split.</summary>
public sealed class SplitTranslationSuite : TranslationSuite
{
    /// <inheritdoc/>
    protected override MemoryPlan Plan(EngineParameters parameters) => SplitMemories.Tiny(parameters);
}
