using Bitloom.Hdl;
using Bitloom.Tests.Evaluators;
using Bitloom.Toolchain;

namespace Bitloom.Synthesis.Tests.Netlists;

/// <summary>The cells that synthesis makes of each case, undefined registers starting from anything.</summary>
public abstract class NetlistSuite(CellFamily family) : EvaluatorSuite
{
    protected override async Task<int[]> EvaluateAsync(EvaluationCase question)
    {
        using var program = new MappedProgram(
            question.Graph, question.Shape, new MemoryKinds(), family, [.. question.EachWindow]);
        await program.SynthesizeAsync();
        var simulation = await program.BuildAsync();
        var run = await MappedProgram.PlayAsync(
            simulation, question.Windows, question.Expected, stallSeed: 5, resetSeed: 8);
        run.Ok.ShouldBeTrue(run.Failure ?? string.Join('\n', run.Process.LastLines));
        return [.. run.Outputs];
    }
}

/// <inheritdoc/>
public sealed class SevenSeriesNetlistSuite() : NetlistSuite(CellFamily.SevenSeries);

/// <inheritdoc/>
public sealed class Ice40NetlistSuite() : NetlistSuite(CellFamily.Ice40);
