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

    /// <summary>The bench ended by itself with a failed check.</summary>
    public void ShouldMismatch()
    {
        Process.Outcome.ShouldBe(ProcessOutcome.Exited, Text);
        Process.ExitCode.ShouldNotBe(0, Text);
        Text.ShouldContain("mismatch in check");
        Checked.ShouldBe(0);
    }
}
