using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain.Activity;

public sealed class NetlistRecordingTests
{
    private const string Netlist = """
        module accelerator(clk, in_valid);
          wire [1:0] _0_;
          wire [43:0] _3_;
          wire \a.q ;
          wire \a.alias ;
          input clk;
          wire clk;
          input in_valid;
          wire in_valid;
          wire [3:0] \p.sum ;
          wire \ram.enable ;
          LUT2 #(
            .INIT(4'h8)
          ) _1_ (
            .I0(\a.q ),
            .I1(in_valid),
            .O(_0_[1])
          );
          INV _4_ (
            .I(in_valid),
            .O(\ram.enable )
          );
          FDRE \a.q_reg  (
            .C(clk),
            .D(_0_[1]),
            .Q(\a.q )
          );
          DSP48E1 #(
            .AREG(32'd1)
          ) _2_ (
            .A(30'h00000000),
            .P({ _3_, \p.sum  })
          );
          RAMB36E1 #(
            .READ_WIDTH_A(32'd36)
          ) memory (
            .ENARDEN(1'h1),
            .ENBWREN(\ram.enable ),
            .WEBWE(8'hff)
          );
          RAMB18E1 #(
            .READ_WIDTH_A(32'd18)
          ) unused (
            .ENARDEN(1'h0),
            .ENBWREN(1'h1),
            .WEBWE({ 2'h0, \a.alias , \a.alias  })
          );
          assign \a.alias  = \a.q ;
        endmodule

        """;

    private const string Recording = """
        $timescale 1ps $end
         $scope module TOP $end
          $var wire 1 e in_valid $end
          $scope module accelerator $end
           $var wire 2 a _0_ [1:0] $end
           $var wire 1 b a.q $end
           $var wire 1 b a.alias $end
           $var wire 4 c p.sum [3:0] $end
           $var wire 1 d ram.enable $end
          $upscope $end
         $upscope $end
        $enddefinitions $end
        #0
        b00 a
        0b
        b0000 c
        0d
        #1
        b10 a
        1b
        b0011 c
        #2
        b01 a
        1d
        #3
        b0000 c
        #1099511627776
        0b
        #1099511627777

        """;

    // Changes: _0_[1] twice and ram.enable once; a.q once; p.sum in two cycles. Enabled: a port of 36 kbit always,
    // another in two cycles, and one of 18 kbit, by a.alias, in three.
    [Fact]
    public void Window_IsCounted_ByWhatDrivesANet()
    {
        var (window, _) = Count();

        window.ShouldBe(new NetActivity(4, 0.75, 0.25, 0, 1 + 0.5 + (0.5 * 0.75), 0, 0.5));
    }

    [Fact]
    public void IdleCycles_AreCountedApart()
    {
        var (_, idle) = Count();

        idle.ShouldBe(new NetActivity(2, 0, 0.5, 0, 2, 0, 0));
    }

    [Fact]
    public void NetsThatWereNotRecorded_AreTakenAsThoseThatWere()
    {
        // Without ram.enable, half of the two LUT outputs is known: 2 changes in 4 cycles stand for 4.
        using var netlist = new StringReader(Netlist);
        using var recording = new StringReader(Recording.Replace(
            "   $var wire 1 d ram.enable $end\n", "", StringComparison.Ordinal));

        NetlistRecording.Count(netlist, recording).Window.LutToggles.ShouldBe(1);
    }

    [Fact]
    public void ChosenNets_AreMarked_AndNoOthers()
    {
        var lines = NetlistRecording.Choose(Netlist).Split('\n');

        lines[1].ShouldBe("/*verilator tracing_off*/");
        lines.ShouldContain("/*verilator tracing_on*/  wire [3:0] \\p.sum ;/*verilator tracing_off*/");
        lines.ShouldContain("/*verilator tracing_on*/  wire \\ram.enable ;/*verilator tracing_off*/");
        lines.ShouldContain("  wire clk;");
    }

    [Fact]
    public void Recorder_StandsBeforeTheMainProgram_AndTakesItsModelsPlace()
    {
        var text = NetlistRecording.Record("accelerator", "int main() {}");

        text.ShouldContain("class Recorded : public Vaccelerator {");
        text.TrimEnd().ShouldEndWith("#define Vaccelerator Recorded\n\nint main() {}");
        text.ShouldContain($"std::getenv(\"{NetlistRecording.Variable}\")");
    }

    private static (NetActivity Window, NetActivity Idle) Count()
    {
        using var netlist = new StringReader(Netlist);
        using var recording = new StringReader(Recording);
        return NetlistRecording.Count(netlist, recording);
    }
}
