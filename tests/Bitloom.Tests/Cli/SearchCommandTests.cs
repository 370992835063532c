using System.Globalization;
using Bitloom.Pipeline;

namespace Bitloom.Tests.Cli;

/// <summary><c>fit</c> and <c>explore</c>, with searches that have been.</summary>
public sealed class SearchCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new();
    private readonly RecordingExplorer _explorer = new() { Fit = ExampleSearch.Fit, Explored = ExampleSearch.Explored };

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("fit.txt", "fit", "my p.yaml", "--set", "a=1")]
    [InlineData("fit.json", "fit", "p.yaml", "--json")]
    [InlineData("explore.txt", "explore", "p.yaml")]
    [InlineData("explore.json", "explore", "p.yaml", "--json")]
    public async Task Search_ShowsWhatItHasComeTo(string expected, params string[] line)
    {
        var code = await RunAsync(line);

        code.ShouldBe(0);
        Golden.Match(_terminal.Out, $"Expected/{expected}");
    }

    [Theory]
    [InlineData("fit", "out/fit/settings.yaml\n")]
    [InlineData("explore", "Study: out/explore/pump.html\n")]
    public async Task Search_ShowsOneLine_WhenQuiet(string command, string expected)
    {
        await RunAsync(command, "p.yaml", "--quiet");

        _terminal.Out.ShouldBe(expected);
    }

    [Fact]
    public async Task Explore_AsksForWhatItIsTold()
    {
        await RunAsync(
            "explore", "p.yaml", "--store", "s", "--name", "n", "--jobs", "3", "--no-verify", "--device", "xc7s6", "-o", "out");

        var request = _explorer.Asked.ShouldHaveSingleItem();
        request.ShouldBe(new(request.Build) { Store = "s", Name = "n", Jobs = 3, Verifies = false });
        request.Build.OutputFolder.ShouldBe("out");
        request.Build.Settings.ShouldBe([new("engine.device", "'xc7s6'")]);
    }

    [Fact]
    public async Task Explore_VerifiesOnEveryProcessor_ByDefault()
    {
        await RunAsync("explore", "p.yaml");

        var request = _explorer.Asked.ShouldHaveSingleItem();
        request.ShouldBe(new(request.Build) { Store = null, Name = null, Jobs = null, Verifies = true });
    }

    [Theory]
    [InlineData("fit", "bitloom fit p.yaml --output out --set a=1")]
    [InlineData("explore", "bitloom explore p.yaml --output out --set a=1")]
    public async Task Search_TellsHowToGoOn_WhenItIsCancelled(string command, string line)
    {
        var stopped = new RecordingExplorer
        {
            Fit = new(BuildOutcome.Cancelled, []),
            Explored = new(BuildOutcome.Cancelled, []),
        };

        var code = await _terminal.RunAsync(Pipeline, stopped, command, "p.yaml", "-o", "out", "--set", "a=1");

        code.ShouldBe(130);
        _terminal.Out.ShouldBeEmpty();
        _terminal.Error.ReplaceLineEndings(" ").ShouldContain(line);
    }

    [Theory]
    [InlineData("fit")]
    [InlineData("explore")]
    public async Task Search_AnswersScripts_WhenItFails(string command)
    {
        var code = await _terminal.RunAsync(
            Pipeline, new RecordingExplorer { Fit = new(BuildOutcome.DoesNotFit, []), Explored = new(BuildOutcome.DoesNotFit, []) },
            command, "p.yaml", "--json");

        code.ShouldBe(4);
        System.Text.Json.JsonDocument.Parse(_terminal.Out).RootElement.GetProperty("exitCode").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task Settings_OfFiles_ComeBeforeThoseOfTheCommandLine()
    {
        using var folder = new TemporaryFolder()
            .With("first", "# of a search\n\nquantization.bits: 4\nquantization.gradual: []\n").With("second", "  engine.rows: 2\n");

        await RunAsync(
            "fit", "p.yaml", "--set", "quantization.bits=6", "--settings", folder["first"], "--settings", folder["second"]);

        _explorer.Fitted.ShouldHaveSingleItem().Settings.Select(setting =>
            string.Create(CultureInfo.InvariantCulture, $"{setting.Key}={setting.Value}")).ShouldBe(
            ["quantization.bits=4", "quantization.gradual=[]", "engine.rows=2", "quantization.bits=6"]);
    }

    private static RecordingPipeline Pipeline => new(new(BuildOutcome.UserFault, [], null, null));

    private Task<int> RunAsync(params string[] line) => _terminal.RunAsync(Pipeline, _explorer, line);
}
