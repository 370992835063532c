using Bitloom.Engine;
using Bitloom.Pipeline;
using Bitloom.Tests.Engine;

namespace Bitloom.Tests.Pipeline;

public sealed class EngineReportTests
{
    [Fact]
    public void Cells_AddUpToTheArray_AndSayWhy()
    {
        var engine = Engine(8, 4);

        var section = EngineReport.Of(engine);

        (section.Rows, section.Columns, section.Lanes).ShouldBe((engine.Shape.T, engine.Shape.G, engine.Shape.R));
        section.Cells.Sum(cell => cell.Count).ShouldBe(engine.Shape.Cells);
        section.Cells.ShouldAllBe(cell => cell.Count > 0 && cell.Reason.Length > 0);
        section.Cells.Sum(cell => cell.Dsp).ShouldBe(engine.Multipliers.Pairs + engine.Multipliers.Singles);
    }

    [Fact]
    public void Pairs_SayWhereTheySumUp()
    {
        var engine = Engine(8, 4);
        var room = MultiplierAllocation.Shift(engine.Widths, PairKind.Inside);

        string Reason(PairKind kind) => EngineReport.Of(engine with
        {
            Multipliers = engine.Multipliers with { Pairs = 2, Singles = 0, Kind = kind },
        }).Cells[0].Reason;

        Reason(PairKind.Inside).ShouldBe(
            $"sums of {engine.Widths.AccumulatorBits} bits, proven for every instruction, fit the {room} that each has in "
            + "the slice");
        Reason(PairKind.Outside).ShouldEndWith("they are made in LUTs beside it");
    }

    private static EngineParameters Engine(int rows, int columns) => EngineCompiler.Compile(
        SmallGraphs.OneProduct(), EngineOptions.Pinned(new(rows, columns, 1))).Value!.Parameters;
}
