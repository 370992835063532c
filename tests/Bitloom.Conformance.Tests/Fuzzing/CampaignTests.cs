namespace Bitloom.Conformance.Tests.Fuzzing;

/// <summary>
/// Some hundred random programs through every implementation, one simulator an engine. benchmarks/RandomPrograms.cs
/// plays thousands.
/// </summary>
public sealed class CampaignTests
{
    private const int Programs = 40;

    public static TheoryData<int> Engines => [.. Enumerable.Range(1001, 5)];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task RandomPrograms_AgreeInEveryImplementation(int engine)
    {
        var options = new CampaignOptions(engine, Engines: 1, Programs, Windows: 3);

        var result = await Campaign.RunAsync(options, cancellation: TestContext.Current.CancellationToken);

        result.Failures
            .Select(failure => ProgramCaseText.Print(failure.Case, $"{failure.Implementation}: {failure.Message}"))
            .ShouldBeEmpty();
        result.Programs.ShouldBeGreaterThan(Programs / 2);
        (result.Programs + result.Refused).ShouldBe(Programs);
        result.Windows.ShouldBe(3 * result.Programs);
    }
}
