using System.Text.RegularExpressions;
using Bitloom.Toolchain;

namespace Bitloom.Synthesis.Tests.Netlists;

/// <summary>
/// A synthesized netlist is the interpreter's equal, whatever undefined registers start from, and a fault in it or in
/// what is expected of it is found.
/// </summary>
public abstract class NetlistTests(SmallNetlist netlist)
{
    [Fact]
    public async Task Netlist_EqualsTheInterpreter_InThePredictedCycles()
    {
        var program = netlist.Program;

        var full = await MappedProgram.PlayAsync(
            netlist.Simulation, program.Inputs, program.Expected, stallSeed: null, resetSeed: 1);
        var stalled = await MappedProgram.PlayAsync(
            netlist.Simulation, program.Inputs, program.Expected, stallSeed: 7, resetSeed: 2);

        full.Ok.ShouldBeTrue(string.Join('\n', full.Process.LastLines));
        full.Outputs.ShouldBe(program.Expected);
        full.Cycles.ShouldBe(Enumerable.Repeat(program.Program.Schedule.Cycles, SmallNetlist.Windows));
        stalled.Ok.ShouldBeTrue(string.Join('\n', stalled.Process.LastLines));
        stalled.Outputs.ShouldBe(program.Expected);
    }

    [Fact]
    public async Task Activity_IsThatOfTheWindows_AndOfIdleCycles()
    {
        var program = netlist.Program;
        var recording = program.PathOf("activity.vcd");

        var run = await netlist.Simulation.RunAsync(
            "activity", program.Inputs, program.Expected, recording: recording,
            cancellation: TestContext.Current.CancellationToken);
        var (window, idle) = program.CountActivity(recording);

        run.Ok.ShouldBeTrue(string.Join('\n', run.Process.LastLines));
        window.Cycles.ShouldBeGreaterThanOrEqualTo(program.Program.Schedule.Cycles);
        window.LutToggles.ShouldBeInRange(1, program.Synthesized.Counts.Lut);
        window.FlipFlopToggles.ShouldBeInRange(1, program.Synthesized.Counts.FlipFlops);
        window.CarryToggles.ShouldBeGreaterThan(0);
        window.MultiplierResults.ShouldBeInRange(0.1, program.Synthesized.Counts.Dsp);
        window.BlockAccesses.ShouldBeInRange(0.1, 2 * program.Synthesized.Counts.BlockRam);
        idle.Cycles.ShouldBe(NetlistRecording.IdleCycles);
    }

    [Fact]
    public async Task Bench_NamesTheElement_WhenAnExpectedValueIsCorrupted()
    {
        var corrupted = netlist.Program.Expected.ToArray();
        corrupted[^1] ^= 1;

        var run = await MappedProgram.PlayAsync(
            netlist.Simulation, netlist.Program.Inputs, corrupted, stallSeed: null, resetSeed: 1);

        run.Ok.ShouldBeFalse();
        run.Failure.ShouldNotBeNull().ShouldStartWith("mismatch: window 3 element 1 expected ");
    }

    /// <summary>Plays a netlist with a change that must be found.</summary>
    protected async Task ShouldBeFoundAsync(Func<string, string> change)
    {
        var simulation = await netlist.Program.BuildAsync(text =>
        {
            var changed = change(text);
            changed.ShouldNotBe(text);
            return changed;
        });

        var run = await MappedProgram.PlayAsync(
            simulation, netlist.Program.Inputs, netlist.Program.Expected, stallSeed: null, resetSeed: 1);

        run.Ok.ShouldBeFalse();
        run.Failure.ShouldNotBeNull().ShouldMatch("^(mismatch|watchdog): ");
    }

    /// <summary>The text with all bits inverted that are defined in the first match of a pattern's group.</summary>
    protected static string Invert(string text, string pattern)
    {
        var place = Regex.Match(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        place.Success.ShouldBeTrue();
        var digits = place.Groups["digits"];
        var most = place.Groups["base"].Value == "b" ? 1 : 15;
        var inverted = digits.Value.Select(
            digit => digit == 'x' ? "x" : (Convert.ToInt32(digit.ToString(), 16) ^ most).ToString("x"));
        return text[..digits.Index] + string.Concat(inverted) + text[(digits.Index + digits.Length)..];
    }
}

/// <summary>Cells of the 7 series: block RAMs, DSP slices.</summary>
public sealed class SevenSeriesNetlistTests(SmallSevenSeriesNetlist netlist)
    : NetlistTests(netlist), IClassFixture<SmallSevenSeriesNetlist>
{
    private readonly SmallSevenSeriesNetlist small = netlist;

    [Fact]
    public void Netlist_HasBlocksAndMultipliers()
    {
        var cells = small.Program.Synthesized.Cells;

        (cells["RAMB18E1"] + cells["RAMB36E1"]).ShouldBeGreaterThan(3);
        cells["DSP48E1"].ShouldBe(2 * 2 + 2 * 1);
    }

    // The first words of the first block that has contents: one bit of a weight could vanish in the rounding.
    [Fact]
    public Task Bench_Fails_WhenTheContentsOfABlockAreChanged() =>
        ShouldBeFoundAsync(text => Invert(
            text, @"\.INIT_00\(256'(?<base>[bh])(?=[0x]*[1-9a-f])(?<digits>[0-9a-fx]+)\)"));
}

/// <summary>Cells of iCE40.</summary>
public sealed class Ice40NetlistTests(SmallIce40Netlist netlist)
    : NetlistTests(netlist), IClassFixture<SmallIce40Netlist>
{
    private readonly SmallIce40Netlist small = netlist;

    // Accumulators of this model fit 16 bits, so that their product with M takes one block as well.
    [Fact]
    public void Netlist_HasBlocksAndMultipliers()
    {
        var counts = small.Program.Synthesized.Counts;

        counts.BlockRam.ShouldBeGreaterThan(0);
        counts.Dsp.ShouldBe(2 * 2 + 2 * 1);
        counts.LutMemory.ShouldBe(0);
    }

    [Fact]
    public Task Bench_Fails_WhenALutIsChanged() =>
        ShouldBeFoundAsync(text => Invert(text, @"SB_LUT4 #\(\s*\.LUT_INIT\(16'(?<base>h)(?<digits>[0-9a-f]+)\)"));
}
