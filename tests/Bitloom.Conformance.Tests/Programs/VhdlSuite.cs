using Bitloom.Engine;
using Bitloom.Tests.Evaluators;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>The VHDL in GHDL, at full speed and in the predicted cycles.</summary>
public class VhdlSuite : EvaluatorSuite
{
    /// <summary>How the engine's memories are built.</summary>
    protected virtual MemoryPlan Plan(EngineParameters parameters) => SplitMemories.None(parameters);

    protected override async Task<int[]> EvaluateAsync(EvaluationCase question)
    {
        using var program = new SimulatedProgram(
            question.Graph, question.Shape, question.Windows, question.Expected, Plan);
        await program.BuildAsync();
        var run = await program.PlayAsync(question.Windows, question.Expected);
        run.Ok.ShouldBeTrue(run.Failure ?? string.Join('\n', run.Process.LastLines));
        run.Cycles.ShouldBe(Enumerable.Repeat(program.Program.Schedule.Cycles, question.EachWindow.Count()));
        return [.. run.Outputs];
    }
}

/// <summary>The same with memories that are split.</summary>
public sealed class SplitVhdlSuite : VhdlSuite
{
    /// <inheritdoc/>
    protected override MemoryPlan Plan(EngineParameters parameters) => SplitMemories.Tiny(parameters);
}
