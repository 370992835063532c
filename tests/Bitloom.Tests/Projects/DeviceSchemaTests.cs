using System.Text.Json.Nodes;
using Bitloom.Estimation;
using Bitloom.Estimation.Yaml;
using Bitloom.Projects;
using Bitloom.Tests.Estimation;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Bitloom.Tests.Projects;

/// <summary>The schema of device files: what the reader takes, and no more.</summary>
public sealed class DeviceSchemaTests
{
    private static readonly string Whole = Repository.Read("devices/xc7s15.yaml");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.PathOf("devices"), "*.yaml").Select(file => Path.GetFileName(file)).Order()];

    // Of sections that may be left out, the file has all: what is required within them is required of it.
    public static TheoryData<string> Required =>
        [.. DeviceKeys.All.Where(key => key.Required && !IsOfUltraRam(key)).Select(key => key.Path)];

    [Fact]
    public void CommittedSchema_IsThatOfTheReader()
    {
        Golden.Match(DeviceSchema.Text, "../../../docs/device.schema.json");
    }

    [Fact]
    public void EveryKey_HasItsMeaning()
    {
        var page = Repository.Read("docs/adding-a-device.md");

        DeviceKeys.All.Where(key => key.Path != "speedGrades.*")
            .ShouldAllBe(key => page.Contains($"\n| `{key.Path}` | ", StringComparison.Ordinal));
        DeviceSchema.Text.ShouldContain("\"description\": \"the bits of one. Default: 0\"");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task DevicesThatBitloomBrings_AreOfTheSchema(string file)
    {
        (await FaultsAsync(Node(Repository.Read($"devices/{file}")))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Required))]
    public async Task MissingKey_IsRefusedByBoth(string path)
    {
        var node = Node(StaticPowerKnown(Whole));
        (await FaultsAsync(node)).ShouldBeEmpty();
        Remove(node, path);

        ReaderTakes(node).ShouldBeFalse();
        (await FaultsAsync(node)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("lutInputs: 9")]
    [InlineData("synthesis: xc8")]
    [InlineData("speed: fast")]
    [InlineData("io: {count: -1, source: here}")]
    [InlineData("io: {count: 1.5, source: here}")]
    [InlineData("io: {count: 3, source: here, unknown: why}")]
    [InlineData("configuration: {bits: 8, source: here, loading: {lines: 4, source: here}}")]
    [InlineData("speedGrades: {\"-1\": {clockTree: 464}}")]
    [InlineData("speedGrades: {\"-1\": {clock: 464, source: here}}")]
    [InlineData("speedGrades: {\"-1\": }")]
    [InlineData("supplyVoltage: {volts: none, source: here}")]
    public async Task WhatTheReaderRefuses_IsNotOfTheSchema(string line)
    {
        var node = Node(DeviceFileTests.Least + line + "\n");

        ReaderTakes(node).ShouldBeFalse();
        (await FaultsAsync(node)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("io:\n")]
    [InlineData("io: {unknown: why}\nconfiguration: {unknown: why}\n")]
    [InlineData("speedGrades:\nlutInputs: 4\nsynthesis: ecp5\n")]
    [InlineData("ultraRams: {count: 3, bits: 294912, source: here}\n")]
    public async Task WhatTheReaderTakes_IsOfTheSchema(string lines)
    {
        var node = Node(DeviceFileTests.Least + lines);

        ReaderTakes(node).ShouldBeTrue();
        (await FaultsAsync(node)).ShouldBeEmpty();
    }

    private static bool IsOfUltraRam(YamlKey key) => key.Path.StartsWith("ultraRams.", StringComparison.Ordinal);

    private static string StaticPowerKnown(string text) =>
        text[..text.IndexOf("staticPower:", StringComparison.Ordinal)]
        + "staticPower: {milliwatts: 3, celsius: 25, rails: all, source: here}\n"
        + text[text.IndexOf("configuration:", StringComparison.Ordinal)..];

    private static JsonNode Node(string text) => YamlJson.Of(YamlText.ReadMapping(text, "", [])!)!;

    // JSON is YAML.
    private static bool ReaderTakes(JsonNode node)
    {
        using var folder = new TemporaryFolder().With("device.yaml", node.ToJsonString());
        return DeviceFile.Read("device.yaml", "", folder.Path).Ok;
    }

    private static void Remove(JsonNode node, string path)
    {
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
            node = step == YamlKey.Any ? node.AsObject().First().Value! : node[step]!;
        node.AsObject().Remove(steps[^1]).ShouldBeTrue();
    }

    private static async Task<ICollection<ValidationError>> FaultsAsync(JsonNode node)
    {
        var schema = await JsonSchema.FromJsonAsync(DeviceSchema.Text, TestContext.Current.CancellationToken);
        return schema.Validate(node.ToJsonString());
    }
}
