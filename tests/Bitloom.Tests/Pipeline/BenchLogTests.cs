using Bitloom.Pipeline;

namespace Bitloom.Tests.Pipeline;

public sealed class BenchLogTests
{
    [Fact]
    public void Log_HasCyclesAndBeats_OfARunThatPasses()
    {
        var windows = 0;
        var log = new BenchLog(() => windows++);

        log.Add("window 0 cycles 123");
        log.Add("checked 1 beats");
        log.Add("window 1 cycles 124");
        log.Add("checked 2 beats");

        log.Cycles.ShouldBe([123, 124]);
        log.Beats.ShouldBe(2);
        log.Failure.ShouldBeNull();
        windows.ShouldBe(2);
    }

    [Theory]
    [InlineData("bench.vhd:9:7:@1us:(assertion failure): mismatch: window 0 element 1 expected 0A found 0B",
        "mismatch: window 0 element 1 expected 0A found 0B")]
    [InlineData("watchdog: no output beat for 99 cycles", "watchdog: no output beat for 99 cycles")]
    [InlineData("no vectors in vectors/full_expected.hex", "no vectors in vectors/full_expected.hex")]
    public void Log_KeepsTheFirstFailure_WithoutWhereTheSimulatorFoundIt(string line, string expected)
    {
        var log = new BenchLog();

        log.Add("nothing of interest");
        log.Add(line);
        log.Add("mismatch: window 8 element 0 expected 01 found 02");

        log.Failure.ShouldBe(expected);
    }
}
