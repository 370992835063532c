using Bitloom.Engine;
using Bitloom.Ir;
using Bitloom.Tests.Evaluators;
using Bitloom.Toolchain;

namespace Bitloom.Synthesis.Tests.Netlists;

/// <summary>
/// The cells that synthesis makes of each case, undefined registers starting from anything. A netlist is slow to build,
/// so each case has one: graphs with a softmax in cells of iCE40, the others in cells of the 7 series.
/// </summary>
public sealed class NetlistSuite : BuiltEvaluatorSuite
{
    protected override async Task<int[]> EvaluateAsync(EvaluationCase question)
    {
        var family = question.Graph.Operations.OfType<SoftmaxOp>().Any() ? CellFamily.Ice40 : CellFamily.SevenSeries;
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
