namespace Bitloom.Tests.Projects;

/// <summary>Project files and tables with bytes changed; benchmarks/MalformedInputs.cs reads many more.</summary>
public sealed class MutatedProjectTests
{
    [Fact(Timeout = 120_000)]
    public async Task Readers_GiveAResultOrFindings_WhateverTheBytes()
    {
        using var folder = new TemporaryFolder();

        var result = await Task.Run(
            () => InputCampaign.Run(1, 2000, folder.Path), TestContext.Current.CancellationToken);

        InputCampaign.AcceptsTheOriginals(folder.Path).ShouldBeTrue();
        result.Failures.ShouldBeEmpty();
        result.Accepted.ShouldBeInRange(200, 1800);
        result.MostBytes.ShouldBeLessThan(64L << 20);
    }
}
