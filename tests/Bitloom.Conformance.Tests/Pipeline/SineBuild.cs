using Bitloom.Pipeline;
using Bitloom.Reporting;

namespace Bitloom.Conformance.Tests.Pipeline;

/// <summary>Builds a <see cref="SineProject"/> and says what every verified build has in common.</summary>
internal static class SineBuild
{
    public static Task<BuildResult> RunAsync(
        string project, string? output, params IEnumerable<(string Key, string Value)> settings)
    {
        var request = new BuildRequest(
            project, output, [.. settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))]);
        return new BuildPipeline().BuildAsync(request, new SilentProgress(), TestContext.Current.CancellationToken);
    }

    public static Report ShouldBeVerified(BuildResult result)
    {
        result.Diagnostics.ShouldBeEmpty();
        result.Outcome.ShouldBe(BuildOutcome.Verified);
        var report = result.Report.ShouldNotBeNull();
        report.Verified.ShouldBeTrue();
        report.Agreement.Length.ShouldBe(9);
        report.Agreement.ShouldAllBe(entry => entry.Compared > 0 && entry.Differences == 0);
        report.Cycles.ShouldNotBeNull().Simulated.ShouldBe(report.Cycles.Predicted);
        return report;
    }
}
