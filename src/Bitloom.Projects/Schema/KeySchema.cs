using System.Globalization;
using System.Text.Json.Nodes;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>The JSON schema of one key's value, without that of the keys within it.</summary>
internal static class KeySchema
{
    public static JsonObject Of(YamlKey key)
    {
        var schema = new JsonObject();
        if (KeyMeanings.All.TryGetValue(key.Path, out var meaning) && meaning.Length > 0)
            schema["description"] = meaning;
        foreach (var (name, value) in Type(key))
            schema[name] = value;
        if (key.Default is { } fallback)
            schema["default"] = Value(key.Kind, fallback);
        return schema;
    }

    private static IEnumerable<(string Name, JsonNode Value)> Type(YamlKey key) => key.Kind switch
    {
        // A section whose keys are all left out is read as an empty one.
        YamlKeyKind.Section => [("type", Names("object", "null"))],
        YamlKeyKind.Integer => [("type", "integer"), .. Range(key)],
        YamlKeyKind.Number => [("type", "number"), .. Range(key)],
        YamlKeyKind.Boolean => [("type", "boolean")],
        YamlKeyKind.Choice => [("enum", Names([.. key.Choices]))],
        YamlKeyKind.Text => [("type", Names("string", "number"))],
        YamlKeyKind.Texts =>
        [
            ("type", Names("string", "number", "array")),
            ("items", new JsonObject { ["type"] = Names("string", "number") }),
        ],
    };

    private static IEnumerable<(string Name, JsonNode Value)> Range(YamlKey key)
    {
        if (key.Minimum is { } least)
            yield return ("minimum", JsonValue.Create(least));
        if (key.Maximum is { } greatest)
            yield return ("maximum", JsonValue.Create(greatest));
    }

    private static JsonNode Value(YamlKeyKind kind, string text) => kind switch
    {
        YamlKeyKind.Integer or YamlKeyKind.Number => double.Parse(text, CultureInfo.InvariantCulture),
        YamlKeyKind.Boolean => text == "true",
        YamlKeyKind.Section or YamlKeyKind.Choice or YamlKeyKind.Text or YamlKeyKind.Texts => text,
    };

    private static JsonArray Names(params ReadOnlySpan<string> names)
    {
        var array = new JsonArray();
        foreach (var name in names)
            array.Add((JsonNode)name);
        return array;
    }
}
