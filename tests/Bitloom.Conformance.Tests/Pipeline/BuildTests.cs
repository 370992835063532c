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
    [InlineData("")]
    [InlineData("hardware/rtl")]
    [InlineData("hardware/memory")]
    [InlineData("hardware/vectors")]
    public async Task Build_WritesTheSameBytes_FromTheSameSeed(string folder)
    {
        var second = await sine.SecondAsync();

        SineBuild.ShouldBeVerified(second);
        var files = Files(sine.Result, folder);
        files.ShouldNotBeEmpty();
        Files(second, folder).ShouldBe(files);
        foreach (var file in files)
            BytesOf(second, folder, file).ShouldBe(BytesOf(sine.Result, folder, file), file);
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

    private static string?[] Files(BuildResult result, string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(result.OutputFolder!, folder))
            .Select(Path.GetFileName).Order(StringComparer.Ordinal),
    ];

    private static byte[] BytesOf(BuildResult result, string folder, string? file) =>
        File.ReadAllBytes(Path.Combine(result.OutputFolder!, folder, file!));

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
