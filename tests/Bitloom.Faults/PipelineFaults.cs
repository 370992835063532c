using System.Collections.Immutable;

namespace Bitloom.Faults;

/// <summary>What judges, counts and writes: Diagnostics, Toolchain, Pipeline, Reporting and Cli.</summary>
internal static class PipelineFaults
{
    private const string Verification = "src/Bitloom.Pipeline/Verification/";
    private const string Tools = "src/Bitloom.Toolchain/Tools/";

    public static ImmutableArray<Fault> All { get; } =
    [
        new("differences of one step not reported", Verification + "TensorComparison.cs",
            "if (expected[index] == found[index])", "if (Math.Abs(expected[index] - found[index]) <= 1)",
            "SoftwareAgreementTests"),
        new("missing elements not reported", Verification + "TensorComparison.cs",
            "if (expected.Length != found.Length)", "if (expected.Length < found.Length)", "TensorComparisonTests"),
        new("last difference named as the first", Verification + "TensorComparison.cs",
            "first = first < 0 ? index : first;", "first = index;", "TensorComparisonTests"),
        new("mismatch of the bench not read", Verification + "BenchLog.cs",
            "\"(mismatch|watchdog", "\"(watchdog", "BenchLogTests"),
        new("last failure of the bench kept", Verification + "BenchLog.cs",
            "Failure ??= failing.Value", "Failure = failing.Value", "BenchLogTests"),
        new("simulated windows not counted", Verification + "BenchLog.cs",
            "Beats = (int)", "Beats += (int)", "BenchLogTests"),
        new("hardware's accuracy of other windows", "src/Bitloom.Pipeline/Stages/RtlAccuracy.cs",
            "window * output.Count, output.Count", "0, output.Count", "RtlAccuracyTests"),
        new("failed verification is a success", "src/Bitloom.Cli/ExitCode.cs",
            "BuildOutcome.VerificationFailed => VerificationFailed", "BuildOutcome.VerificationFailed => Done",
            "CommandLineTests"),
        new("file written in place", "src/Bitloom.Diagnostics/AtomicFile.cs",
            "File.Move(temporary, target, overwrite: true);", "File.WriteAllBytes(target, content);",
            "AtomicFileTests"),
        new("part left behind", "src/Bitloom.Diagnostics/AtomicFile.cs",
            "File.Delete(temporary);", "", "AtomicFileTests"),
        new("warnings stop", "src/Bitloom.Diagnostics/Checked.cs",
            "d.Severity != Severity.Error", "d.Severity == Severity.Error", "DataDiagnosticTests"),
        new("farthest name suggested", "src/Bitloom.Diagnostics/Nearest.cs",
            ".OrderBy(pair => pair.distance)", ".OrderByDescending(pair => pair.distance)", "ProjectDiagnosticTests"),
        new("cache key joins its parts", Tools + "SimulatorCache.cs",
            "hash.AppendData([0]);", "", "SimulatorCacheTests"),
        new("cache key forgets the top", Tools + "Verilator.cs",
            "[top, .. _options,", "[.. _options,", "SimulatorCacheTests"),
        new("unmapped cells accepted", Tools + "CellCounts.cs",
            "StartsWith('$')", "StartsWith(\"$$\", StringComparison.Ordinal)", "CellCountsTests"),
        new("half memory blocks counted as whole", Tools + "SevenSeriesCells.cs",
            "0.5 * cells[\"RAMB18E1\"]", "cells[\"RAMB18E1\"]", "CellCountsTests"),
        new("time limit ignored", "src/Bitloom.Toolchain/Processes/ProcessRunner.cs",
            "limit.CancelAfter(timeout);", "_ = timeout;", "ProcessRunnerTests"),
        new("failed tool taken as done", Tools + "ToolFault.cs",
            "result.ExitCode == 0 ? null", "result.ExitCode <= 1 ? null", "ToolFaultTests"),
        new("full device fits twice", "src/Bitloom.Reporting/Findings/DeviceFitRule.cs",
            "use.Taken > use.Available)", "use.Taken > 2 * use.Available)", "FindingRulesTests"),
        new("nothing compared is good", "src/Bitloom.Reporting/Findings/AgreementRule.cs",
            "Compared: <= 0", "Compared: < 0", "FindingRulesTests"),
        new("wrong cycles are good", "src/Bitloom.Reporting/Findings/CyclesRule.cs",
            "simulated == cycles.Predicted", "simulated >= cycles.Predicted", "FindingRulesTests"),
    ];
}
