using Bitloom.Diagnostics;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>
/// What both simulators of the RTL have in common: a few windows at full speed, which count the cycles, then all of
/// them with random stalls.
/// </summary>
internal static class RtlAgreement
{
    /// <summary>Windows that are played at full speed: every window takes the same cycles.</summary>
    public const int FullSpeedWindows = 2;

    private const string Interpreter = "integer graph interpreter";

    /// <summary>The seed of the stalls; 0 would mean full speed.</summary>
    public static int StallSeed(BuildInputs inputs) => inputs.Project.Verification.Seed + 1;

    /// <summary>
    /// Why runs have no verdict, or null. A bench that fails says what differs; anything else that ends the simulator
    /// is a fault of the tool.
    /// </summary>
    public static Diagnostic? Fault(ExternalTool tool, params ReadOnlySpan<RtlRun> runs)
    {
        foreach (var run in runs)
        {
            if (!run.Ok && run.Failure is null)
                return ToolFault.Of(tool, run.Process) ?? ToolFault.WithoutResult(tool, run.Process, "a whole verdict");
        }

        return null;
    }

    /// <summary>The verdict on both runs.</summary>
    /// <param name="simulated">What was simulated, and in what.</param>
    public static PlayedRtl Verdict(string simulated, RtlRun fullSpeed, RtlRun stalled, WindowVectors played) => new(
        [Rung($"{simulated}, full speed", fullSpeed), Rung($"{simulated}, random stalls", stalled)],
        fullSpeed.Cycles, [.. played.Indices], stalled.Outputs);

    private static RungResult Rung(string to, RtlRun run) =>
        new(Interpreter, to, Math.Max(run.Beats, 1), run.Ok ? 0 : 1, run.Failure);
}
