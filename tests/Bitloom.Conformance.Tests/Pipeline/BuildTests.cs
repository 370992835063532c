using System.Runtime.CompilerServices;
using System.Text.Json;
using Bitloom.Pipeline;
using NJsonSchema;

namespace Bitloom.Conformance.Tests.Pipeline;

/// <summary>The main job on a small project, with GHDL: verified, reported, the same bytes every time.</summary>
public sealed class BuildTests(BuiltSine sine) : IClassFixture<BuiltSine>
{
    [Fact]
    public async Task Build_IsVerified_AndItsReportComplete()
    {
        var report = SineBuild.ShouldBeVerified(sine.Result);

        report.Accuracy.ShouldNotBeNull().Rtl.ShouldNotBeNull().ShouldBe(
            report.Accuracy.HardwareExactOnRtlWindows.ShouldNotBeNull());
        report.Accuracy.RtlWindows.ShouldBe(report.Data.ShouldNotBeNull().TestWindows);
        report.Tools.Select(tool => tool.Name).ShouldBe(["GHDL", "Verilator"]);
        report.Tools[0].Version.ShouldMatch(@"^\d+\.\d+");
        await ShouldBeOfTheSchemaAsync(TextOf(sine.Result, "report.json"));
    }

    [Fact]
    public void Build_LeavesOnlyWholeFiles()
    {
        var files = Directory.GetFiles(sine.Result.OutputFolder!).Select(Path.GetFileName);

        files.Order(StringComparer.Ordinal).ShouldBe(
            ["float.json", "integer.graph", "program.txt", "quantized.json", "report.html", "report.json"]);
    }

    [Theory]
    [InlineData("report.json")]
    [InlineData("report.html")]
    [InlineData("float.json")]
    [InlineData("quantized.json")]
    [InlineData("integer.graph")]
    [InlineData("program.txt")]
    [InlineData("hardware/rtl/accelerator_constants.vhd")]
    [InlineData("hardware/memory/weight.hex")]
    [InlineData("hardware/memory/epilogue.hex")]
    [InlineData("hardware/memory/program.hex")]
    [InlineData("hardware/vectors/stalled_output.hex")]
    public async Task Build_WritesTheSameBytes_FromTheSameSeed(string file)
    {
        var second = await sine.SecondAsync();

        SineBuild.ShouldBeVerified(second);
        File.ReadAllBytes(Path.Combine(second.OutputFolder!, file))
            .ShouldBe(File.ReadAllBytes(Path.Combine(sine.Result.OutputFolder!, file)));
    }

    [Fact]
    public async Task Build_WritesOtherBytes_FromAnotherSeed()
    {
        var other = await sine.BuildAsync("other", ("training.seed", "2"));

        SineBuild.ShouldBeVerified(other);
        TextOf(other, "integer.graph").ShouldNotBe(TextOf(sine.Result, "integer.graph"));
    }

    [Fact]
    public async Task Build_IsVerified_InAFolderWithASpaceAndAnUmlaut()
    {
        using var folder = new TemporaryFolder();
        var project = SineProject.WriteTo(Path.Combine(folder.Path, "Meine Prüfung"));

        var result = await SineBuild.RunAsync(project, output: null);

        SineBuild.ShouldBeVerified(result);
        result.OutputFolder.ShouldBe(Path.Combine(folder.Path, "Meine Prüfung", "out"));
        await ShouldBeOfTheSchemaAsync(TextOf(result, "report.json"));
    }

    private static string TextOf(BuildResult result, string file) =>
        File.ReadAllText(Path.Combine(result.OutputFolder!, file));

    private static async Task ShouldBeOfTheSchemaAsync(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        parsed.RootElement.GetProperty("verified").GetBoolean().ShouldBeTrue();
        foreach (var key in (string[])["agreement", "cycles", "accuracy", "tools"])
            parsed.RootElement.GetProperty(key).ValueKind.ShouldNotBe(JsonValueKind.Null, key);
        var schema = await JsonSchema.FromFileAsync(SchemaPath(), TestContext.Current.CancellationToken);
        schema.Validate(json).ShouldBeEmpty();
    }

    private static string SchemaPath([CallerFilePath] string caller = "") =>
        Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "docs", "report.schema.json");
}
