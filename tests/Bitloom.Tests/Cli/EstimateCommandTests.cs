using Bitloom.Diagnostics;
using Bitloom.Pipeline;

namespace Bitloom.Tests.Cli;

/// <summary>What <c>bitloom estimate</c> prints.</summary>
public sealed class EstimateCommandTests : IDisposable
{
    private static readonly ProjectEstimate Estimate = new(
        "xc7s15", new(4, 2, 1), 12_345, 100, new(3120, 420, 2890, 311, 13, 6.5, 18), new(0.021, 0.07, 0.11),
        new(0.004, 0.013, 0.02), "40 engines of xc7 synthesized with Yosys 0.23", new(8000, 2400, 16000, 10, 36, 20))
    {
        Clock = new(108.6, new(0.03, 0.126, 0.17), "the longest paths of 30 engines of xc7, by Yosys 0.23"),
    };

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Estimate_IsATable_WithTheErrorOfEachNumber()
    {
        var code = await _terminal.RunAsync(Pipeline(BuildOutcome.Verified), "estimate", "p.yaml");

        code.ShouldBe(0);
        Golden.Match(_terminal.Out, "Expected/estimate.txt");
    }

    [Fact]
    public async Task Estimate_IsOneObject_ForScripts()
    {
        var code = await _terminal.RunAsync(Pipeline(BuildOutcome.Verified), "estimate", "p.yaml", "--json");

        code.ShouldBe(0);
        Golden.Match(_terminal.Out, "Expected/estimate.json");
    }

    [Fact]
    public async Task Estimate_EndsWithOne_WhenThereIsNone()
    {
        var fault = Diagnostic.Error("PROJECT003", "p.yaml:1", "name is '1'", "a letter", "rename");

        var code = await _terminal.RunAsync(
            new RecordingPipeline(new(BuildOutcome.UserFault, [fault], null, null)), "estimate", "p.yaml");

        code.ShouldBe(1);
        _terminal.Error.ShouldBe($"{fault}\n");
        _terminal.Out.ShouldBe("");
    }

    private static RecordingPipeline Pipeline(BuildOutcome outcome) =>
        new(new(outcome, [], null, null)) { Estimated = Estimate };
}
