using System.Text.Json;
using Bitloom.Diagnostics;
using Bitloom.Estimation.Yaml;
using Bitloom.Projects;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Bitloom.Tests.Projects;

/// <summary>The schema of project files: what the reader takes, and no more.</summary>
public sealed class ProjectSchemaTests
{
    [Fact]
    public void CommittedSchema_IsThatOfTheReader()
    {
        Golden.Match(ProjectSchema.Text, "../../../docs/project.schema.json");
    }

    [Fact]
    public void Schema_HasEveryKeyOfTheReader_WithItsMeaning()
    {
        using var schema = JsonDocument.Parse(ProjectSchema.Text);

        var keys = PathsOf(schema.RootElement, "")
            .Concat(schema.RootElement.GetProperty("anyOf").EnumerateArray().SelectMany(task => PathsOf(task, "")))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        keys.ShouldBe(ProjectReader.Keys);
        ProjectSchema.Text.ShouldContain("\"description\": \"n, the rows that the model sees. Default: 12\"");
    }

    [Theory]
    [InlineData("air-quality")]
    [InlineData("gunpoint")]
    [InlineData("pems")]
    [InlineData("skab")]
    [InlineData("weather")]
    public async Task Samples_AreOfTheSchema_AndNameIt(string sample)
    {
        var text = Repository.Read($"samples/{sample}/project.yaml");

        text.ShouldStartWith(ProjectSchema.Comment("../../docs/project.schema.json") + "\n");
        (await FaultsAsync(text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("modle: {dimension: 8}")]
    [InlineData("model: {dimension: 0}")]
    [InlineData("model: {dimension: wide}")]
    [InlineData("model: {normalization: group}")]
    [InlineData("training: {epochs: 1.5}")]
    [InlineData("engine: {device: xc7s16}")]
    [InlineData("engine: {device: xc7s15.yamlx}")]
    [InlineData("engine: {rows: 33}")]
    [InlineData("engine: {memories: {bank2: block}}")]
    [InlineData("quantization: {tensors: {layer0.scores: 9}}")]
    [InlineData("synthesis: {enabled: maybe}")]
    [InlineData("task: classification")]
    public async Task WhatTheReaderRefuses_IsNotOfTheSchema(string line)
    {
        var text = ProjectReaderTests.Least + line + "\n";

        ProjectReaderTests.Read(text).Ok.ShouldBeFalse();
        (await FaultsAsync(text)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("model:\n  # dimension: 8\n")]
    [InlineData("quantization: {tensors: {layer0.scores: 6}, gradual: [8]}\n")]
    [InlineData("engine: {device: ice40up5k, clock: 12.5, memories: {weight: block}}\n")]
    [InlineData("task: forecasting\nname: x1\n")]
    public async Task WhatTheReaderTakes_IsOfTheSchema(string lines)
    {
        var text = ProjectReaderTests.Least + lines;

        ProjectReaderTests.Read(text).Ok.ShouldBeTrue();
        (await FaultsAsync(text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("./boards/mine.yaml")]
    [InlineData("mine.yml")]
    [InlineData("../mine")]
    public async Task DeviceFiles_AreOfTheSchema(string path)
    {
        (await FaultsAsync($"{ProjectReaderTests.Least}engine: {{device: {path}}}\n")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("task: anomalyDetection\ndata: {train: [a.csv], window: 8, anomalyColumn: fault}\n", true)]
    [InlineData("task: anomalyDetection\ndata: {train: [a.csv], targets: [x]}\n", false)]
    [InlineData("task: classification\ndata: {train: a.tsv, average: 5}\n", true)]
    [InlineData("task: classification\ndata: {train: a.tsv, window: 5}\n", false)]
    [InlineData("data: {file: a.csv, features: [x]}\n", false)]
    [InlineData("name: x\n", false)]
    public async Task DataKeys_AreThoseOfTheTask(string text, bool expected)
    {
        ProjectReaderTests.Read(text).Ok.ShouldBe(expected);
        ((await FaultsAsync(text)).Count == 0).ShouldBe(expected);
    }

    private static async Task<ICollection<ValidationError>> FaultsAsync(string yaml)
    {
        var schema = await JsonSchema.FromJsonAsync(ProjectSchema.Text, TestContext.Current.CancellationToken);
        return schema.Validate(YamlJson.Of(YamlText.ReadMapping(yaml, "", new List<Diagnostic>())!)!.ToJsonString());
    }

    private static IEnumerable<string> PathsOf(JsonElement section, string path) =>
        section.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(property =>
                PathsOf(property.Value, $"{path}{property.Name}.").Prepend(path + property.Name))
            : [];
}
