using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

/// <summary>The longest path, from what Yosys prints.</summary>
public sealed class TimingPathTests
{
    private static readonly string[] lines =
    [
        "4. Executing STA pass (static timing analysis).",
        "Latest arrival time in 'top' is 1547:",
        "    1547 _17_ (FDRE.D)",
        "           \\sum [7]",
        "    1034 _16_ (LUT2.I0->O)",
        "           \\_00_",
        "     834 _15_ (LUT2.I0->O)",
        "           \\y [3]",
        "     303 _14_ (FDRE.C->Q)",
        "           \\clk",
        "       0   \\clk (<primary input>)",
        "",
        "Arrival histogram:",
    ];

    [Fact]
    public void Parse_ReadsThePath_FromItsStart()
    {
        var path = TimingPath.Parse(lines).ShouldNotBeNull();

        path.Picoseconds.ShouldBe(1547);
        path.From.ShouldBe("y[3]");
        path.To.ShouldBe("sum[7]");
        path.Cells.ShouldBe(["FDRE.C->Q", "LUT2.I0->O", "LUT2.I0->O", "FDRE.D"]);
        path.Summary.ShouldBe("1 FDRE, 2 LUT2, 1 FDRE");
    }

    [Fact]
    public void Parse_IsNull_WhenThereIsNoPath() => TimingPath.Parse(["No paths found"]).ShouldBeNull();
}
