using System.Text.Json;
using Bitloom.Reporting;
using NJsonSchema;

namespace Bitloom.Tests.Reporting;

public sealed class ReportSchemaTests
{
    private const string SchemaPath = "docs/report.schema.json";

    [Fact]
    public async Task Schema_Accepts_ACompleteReport()
    {
        (await FaultsAsync(JsonReport.Render(ExampleReport.Full))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Schema_Accepts_TheOtherTasks()
    {
        (await FaultsAsync(JsonReport.Render(ExampleReport.Classes))).ShouldBeEmpty();
        (await FaultsAsync(JsonReport.Render(ExampleReport.Anomalies))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Schema_Accepts_AReportOfNoStage()
    {
        (await FaultsAsync(JsonReport.Render(ExampleReport.Minimal))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Schema_Accepts_NumbersThatAreNotFinite()
    {
        var accuracy = ExampleReport.Full.Accuracy! with { Float = double.NaN, Rtl = double.PositiveInfinity };

        (await FaultsAsync(JsonReport.Render(ExampleReport.Full with { Accuracy = accuracy }))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"compared\"", "\"values\"")]
    [InlineData("\"predicted\": 2345", "\"predicted\": \"many\"")]
    [InlineData("\"level\": \"good\"", "\"level\": \"fine\"")]
    [InlineData("\"verified\": true,", "")]
    [InlineData("\"blockRam\": 6.5", "\"blockRam\": 6.4")]
    public async Task Schema_Refuses_AnythingElse(string text, string replacement)
    {
        var json = JsonReport.Render(ExampleReport.Full).Replace(text, replacement, StringComparison.Ordinal);

        (await FaultsAsync(json)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Page_Describes_EveryKeyOfTheSchema()
    {
        using var schema = JsonDocument.Parse(Repository.Read(SchemaPath));
        var page = Repository.Read("docs/report.md");

        var missing = Keys(schema.RootElement).Where(key => !page.Contains($"`{key}`", StringComparison.Ordinal));

        Keys(schema.RootElement).Count().ShouldBeGreaterThan(50);
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Page_Names_EveryRule()
    {
        var page = Repository.Read("docs/report.md");

        FindingRules.All.ShouldAllBe(rule => page.Contains($"| `{rule.Name}` |", StringComparison.Ordinal));
    }

    private static async Task<string[]> FaultsAsync(string json)
    {
        var schema = await JsonSchema.FromJsonAsync(
            Repository.Read(SchemaPath), TestContext.Current.CancellationToken);
        return [.. schema.Validate(json).Select(fault => fault.ToString())];
    }

    private static IEnumerable<string> Keys(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        var own = element.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(property => property.Name)
            : [];
        return own.Concat(element.EnumerateObject().SelectMany(property => Keys(property.Value)));
    }
}
