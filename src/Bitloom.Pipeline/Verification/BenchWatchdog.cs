using Bitloom.Engine;
using Bitloom.Hdl;

namespace Bitloom.Pipeline;

/// <summary>How long the benches wait for an output element before they call it hanging.</summary>
internal static class BenchWatchdog
{
    private const int Slack = 10_000;
    private const int StalledFactor = 20;

    /// <summary>Cycles that no inference with its loads takes, however the streams stall.</summary>
    public static int Cycles(EngineProgram program, IEnumerable<LoadPhase>? phases) => (int)Math.Min(
        StalledFactor * (program.Schedule.Cycles + (phases ?? []).Sum(phase => phase.Load.Length)) + Slack,
        int.MaxValue);
}
