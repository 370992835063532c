using System.Text.Json;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Reporting;
using Bitloom.Tests.Reporting;

namespace Bitloom.Tests.Cli;

/// <summary>One object on the standard output, whatever happens; the rest is said on the standard error.</summary>
public sealed class JsonOutputTests : IDisposable
{
    private static readonly Diagnostic Fault =
        Diagnostic.Error("PROJECT003", "p.yaml:1", "name is '1'", "a letter", "rename");

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Check_IsWhatStandsOnThePage()
    {
        var code = await _terminal.RunAsync(
            Pipeline(new(BuildOutcome.UserFault, [Fault], null, null)), "check", "p.yaml", "--json");

        code.ShouldBe(1);
        _terminal.Error.ShouldBe($"{Fault}\n");
        _terminal.Out.ShouldBe("""
            {
              "project": "p.yaml",
              "canBeBuilt": false,
              "exitCode": 1,
              "diagnostics": [
                {
                  "code": "PROJECT003",
                  "severity": "error",
                  "location": "p.yaml:1",
                  "found": "name is '1'",
                  "expected": "a letter",
                  "remedy": "rename"
                }
              ]
            }

            """);
    }

    [Fact]
    public async Task Build_HasTheNumbersOfTheReport_AndWhereItIs()
    {
        var code = await _terminal.RunAsync(
            Pipeline(new(BuildOutcome.Verified, [], ExampleReport.Full, "out")), "build", "p.yaml", "--json");

        code.ShouldBe(0);
        var summary = JsonDocument.Parse(_terminal.Out).RootElement;
        summary.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["outcome", "exitCode", "verified", "outputFolder", "report", "accuracy", "cycles", "resources", "diagnostics"]);
        summary.GetProperty("outcome").GetString().ShouldBe("verified");
        summary.GetProperty("report").GetString().ShouldBe("out/report.json");
        summary.GetProperty("cycles").GetProperty("predicted").GetInt64().ShouldBe(ExampleReport.Full.Cycles!.Predicted);
        summary.GetProperty("accuracy").GetProperty("metric").GetString().ShouldBe(ExampleReport.Full.Accuracy!.Metric);
    }

    [Fact]
    public async Task Build_AnswersAlsoWhenItIsCancelled()
    {
        var code = await _terminal.RunAsync(
            Pipeline(new(BuildOutcome.Cancelled, [], null, null)), "build", "p.yaml", "--json");

        code.ShouldBe(130);
        JsonDocument.Parse(_terminal.Out).RootElement.GetProperty("outcome").GetString().ShouldBe("cancelled");
        _terminal.Error.ShouldContain("to go on, run the same command again");
    }

    [Fact]
    public async Task Simulate_HasItsComparisons()
    {
        var summary = new SimulationSummary
        {
            Project = ExampleReport.Full.Project,
            Tool = ExampleReport.Full.Tool,
            Windows = 20,
            TestWindows = 30,
            Agreement = [new("integer graph interpreter", "RTL", 20, 0)],
            Cycles = new(1287, 1287, 100),
            Tools = [],
        };
        var pipeline = new RecordingPipeline(new(BuildOutcome.Verified, [], null, null))
        {
            Simulation = new(BuildOutcome.Verified, [], summary, "out", TimeSpan.FromSeconds(1)),
        };

        await _terminal.RunAsync(pipeline, "simulate", "p.yaml", "--json");

        var json = JsonDocument.Parse(_terminal.Out).RootElement;
        (json.GetProperty("verified").GetBoolean(), json.GetProperty("windows").GetInt32()).ShouldBe((true, 20));
        json.GetProperty("agreement")[0].GetProperty("compared").GetInt64().ShouldBe(20);
        json.GetProperty("summary").GetString().ShouldBe("out/simulation.json");
    }

    [Fact]
    public async Task Devices_HaveTheirBudgets()
    {
        var pipeline = new RecordingPipeline(new(BuildOutcome.Verified, [], null, null))
        {
            Known = [new DeviceRow("xc7s15", "AMD Spartan-7", new ResourceBudget(8000, 2400, 16000, 10, 36, 20))],
        };

        await _terminal.RunAsync(pipeline, "devices", "--json");

        var device = JsonDocument.Parse(_terminal.Out).RootElement.GetProperty("devices")[0];
        device.GetProperty("name").GetString().ShouldBe("xc7s15");
        device.GetProperty("budget").GetProperty("lut").GetInt32().ShouldBe(8000);
    }

    [Fact]
    public async Task Devices_AreWhole_WithTheirSources()
    {
        await _terminal.RunAsync(new BuildPipeline(), "devices", "xczu7ev", "--json");

        var device = JsonDocument.Parse(_terminal.Out).RootElement.GetProperty("device").GetProperty("details");
        device.GetProperty("synthesis").GetString().ShouldBe("xcup");
        device.GetProperty("ultraRams").GetProperty("count").GetInt32().ShouldBe(96);
        device.GetProperty("multipliers").GetProperty("kind").GetString().ShouldBe("DSP48E2");
        device.GetProperty("speedGrades")[1].GetProperty("source").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task DeviceSchema_IsPrinted_AsItIs()
    {
        await _terminal.RunAsync(Pipeline(new(BuildOutcome.Verified, [], null, null)), "schema", "--device");

        _terminal.Out.ShouldBe(Repository.Read("docs/device.schema.json"));
    }

    [Fact]
    public async Task Schema_IsPrinted_AsItIs()
    {
        await _terminal.RunAsync(Pipeline(new(BuildOutcome.Verified, [], null, null)), "schema");

        _terminal.Out.ShouldBe(Repository.Read("docs/project.schema.json"));
    }

    private static RecordingPipeline Pipeline(BuildResult result) => new(result);
}
