using System.Globalization;
using Bitloom.Toolchain;

namespace Bitloom.Conformance.Tests.Rtl;

/// <summary>What became of a bench.</summary>
public sealed record BenchRun(ProcessResult Process)
{
    private const string Report = "checked ";

    /// <summary>How many values the bench compared; 0 when it did not come to its end.</summary>
    public int Checked =>
        Process.LastLines.FirstOrDefault(line => line.StartsWith(Report, StringComparison.Ordinal)) is { } line
            ? int.Parse(line[Report.Length..], CultureInfo.InvariantCulture)
            : 0;

    public string Text => string.Join('\n', Process.LastLines);

    public void ShouldPass()
    {
        Process.Ok.ShouldBeTrue(Text);
        Checked.ShouldBePositive(Text);
    }

    /// <summary>How the bench noticed that something is wrong, or null when it passed.</summary>
    public string? Complaint => Process.Outcome switch
    {
        ProcessOutcome.Exited when Process.ExitCode == 0 && Checked > 0 => null,
        ProcessOutcome.Exited => Process.LastLines.FirstOrDefault(line => line.Contains("mismatch in check"))
            ?? Process.LastLines.LastOrDefault(line => line.Contains("error")) ?? "no checks",
        var outcome => outcome.ToString(),
    };

    /// <summary>The bench ended by itself with a failed check.</summary>
    public void ShouldMismatch()
    {
        Process.Outcome.ShouldBe(ProcessOutcome.Exited, Text);
        Process.ExitCode.ShouldNotBe(0, Text);
        Text.ShouldContain("mismatch in check");
        Checked.ShouldBe(0);
    }
}
