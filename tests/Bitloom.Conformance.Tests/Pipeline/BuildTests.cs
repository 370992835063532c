using System.Runtime.CompilerServices;
using System.Text.Json;
using Bitloom.Pipeline;
using Bitloom.Reporting;
using NJsonSchema;

namespace Bitloom.Conformance.Tests.Pipeline;

/// <summary>The main job on a small project, with GHDL: verified, reported, the same bytes every time.</summary>
public sealed class BuildTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Build_IsVerified_AndItsReportComplete()
    {
        var project = SineProject.WriteTo(folder.Path);

        var result = await BuildAsync(project, "out");

        var report = ShouldBeVerified(result);
        report.Accuracy.ShouldNotBeNull().Rtl.ShouldNotBeNull().ShouldBe(
            report.Accuracy.HardwareExactOnRtlWindows.ShouldNotBeNull());
        report.Accuracy.RtlWindows.ShouldBe(4);
        report.Tools.Select(tool => tool.Name).ShouldBe(["GHDL"]);
        report.Tools[0].Version.ShouldMatch(@"^\d+\.\d+");
        await ShouldBeOfTheSchemaAsync(ReadText("out", "report.json"));
    }

    [Fact]
    public async Task Build_WritesTheSameBytes_FromTheSameSeed()
    {
        var project = SineProject.WriteTo(folder.Path);

        var first = await BuildAsync(project, "first");
        var second = await BuildAsync(project, "second");

        ShouldBeVerified(first);
        ShouldBeVerified(second);
        foreach (var file in (string[])["report.json", "report.html", "integer.graph", "program.txt", "quantized.json"])
            ReadText("second", file).ShouldBe(ReadText("first", file), file);
        ReadText("first", "hardware/memory/weight.hex").ShouldBe(ReadText("second", "hardware/memory/weight.hex"));
    }

    [Fact]
    public async Task Build_WritesOtherBytes_FromAnotherSeed()
    {
        var project = SineProject.WriteTo(folder.Path);

        await BuildAsync(project, "first");
        var other = await BuildAsync(project, "other", ("training.seed", "2"));

        ShouldBeVerified(other);
        ReadText("other", "integer.graph").ShouldNotBe(ReadText("first", "integer.graph"));
    }

    [Fact]
    public async Task Build_IsVerified_InAFolderWithASpaceAndAnUmlaut()
    {
        var project = SineProject.WriteTo(Path.Combine(folder.Path, "Meine Prüfung"));

        var result = await BuildAsync(project, null);

        ShouldBeVerified(result);
        result.OutputFolder.ShouldBe(Path.Combine(folder.Path, "Meine Prüfung", "out"));
        await ShouldBeOfTheSchemaAsync(ReadText("Meine Prüfung/out", "report.json"));
    }

    [Fact]
    public async Task Build_LeavesOnlyWholeFiles()
    {
        var project = SineProject.WriteTo(folder.Path);

        await BuildAsync(project, "out");

        var files = Directory.GetFiles(Path.Combine(folder.Path, "out")).Select(Path.GetFileName);
        files.Order(StringComparer.Ordinal).ShouldBe(
            ["float.json", "integer.graph", "program.txt", "quantized.json", "report.html", "report.json"]);
    }

    private Task<BuildResult> BuildAsync(
        string project, string? output, params (string Key, string Value)[] settings) =>
        SineBuild.RunAsync(project, output is null ? null : Path.Combine(folder.Path, output), settings);

    private string ReadText(string output, string file) => File.ReadAllText(Path.Combine(folder.Path, output, file));

    private static Report ShouldBeVerified(BuildResult result) => SineBuild.ShouldBeVerified(result);

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
