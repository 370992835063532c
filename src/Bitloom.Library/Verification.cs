using System.Collections.Immutable;
using Bitloom.Pipeline;

namespace Bitloom;

/// <summary>Compares all implementations of a model, to the bit and to the cycle.</summary>
public static class Verification
{
    /// <summary>
    /// Plays test windows through interpreter, fast evaluator, engine simulator, VHDL in GHDL and its translation in
    /// Verilator, with synthesis also through the netlist, and writes report.html and report.json into the output
    /// folder. What differs, does not fit or is not installed is in the result, not an exception.
    /// </summary>
    /// <param name="tools">The external programs; null: those in the search path.</param>
    /// <exception cref="BitloomException">The settings cannot be used.</exception>
    public static async Task<VerificationResult> RunAsync(
        Accelerator accelerator, VerificationSettings? settings = null, BuildTools? tools = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var asked = settings ?? new();
        var session = accelerator.Session
            .With("verification", asked)
            .With(new("synthesis.enabled", asked.Synthesize ? "true" : "false"));
        var programs = tools ?? BuildTools.Installed;
        var found = await Preflight.ProbeAsync(programs, session.Design.Project, ToolUse.Build, cancellation);
        if (Preflight.Missing(found).ToImmutableArray() is { IsEmpty: false } missing)
            return new(new(BuildOutcome.ToolFailed, missing, null, null));
        var inputs = session.Inputs with { Programs = programs, Tools = found };
        return new(await BuildPipeline.VerifyAsync(inputs, accelerator.Prepared, session.Progress, cancellation));
    }
}
