using System.Globalization;
using System.Text.Json.Nodes;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>The JSON schema of one key's value, without that of the keys within it.</summary>
internal static class KeySchema
{
    // The path of a file has a folder in it, or ends as one of YAML.
    private const string FilePattern = @"[/\\]|\.[yY][aA]?[mM][lL]$";

    /// <param name="meanings">By the dotted path of the key.</param>
    public static JsonObject Of(YamlKey key, IReadOnlyDictionary<string, string> meanings)
    {
        var schema = new JsonObject();
        if (meanings.TryGetValue(key.Path, out var meaning) && meaning.Length > 0)
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
        YamlKeyKind.Section => [("type", IsNeeded(key) ? "object" : Names("object", "null"))],
        YamlKeyKind.Integer => [("type", "integer"), .. Range(key)],
        YamlKeyKind.Number => [("type", "number"), .. Range(key)],
        YamlKeyKind.Boolean => [("type", "boolean")],
        YamlKeyKind.Choice when key.OrFile => [("anyOf", new JsonArray(Enumeration(key), File()))],
        YamlKeyKind.Choice => [("enum", Names([.. key.Choices]))],
        YamlKeyKind.Text => [("type", Names("string", "number"))],
        YamlKeyKind.Texts =>
        [
            ("type", Names("string", "number", "array")),
            ("items", new JsonObject { ["type"] = Names("string", "number") }),
        ],
    };

    private static bool IsNeeded(YamlKey key) =>
        key.Required || key.Path.EndsWith(YamlKey.Any, StringComparison.Ordinal);

    private static JsonObject Enumeration(YamlKey key) => new() { ["enum"] = Names([.. key.Choices]) };

    private static JsonObject File() => new() { ["type"] = "string", ["pattern"] = FilePattern };

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
