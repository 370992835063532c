using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>The JSON schema of a section: of its keys, and of those within them.</summary>
internal static class SectionSchema
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="path">Dotted, from the top of the file; the outermost section has none.</param>
    /// <param name="meanings">By the dotted path of a key.</param>
    public static JsonObject Of(
        IReadOnlyList<YamlKey> keys, string path, IReadOnlyDictionary<string, string> meanings)
    {
        var section = new JsonObject { ["additionalProperties"] = false };
        var properties = new JsonObject();
        foreach (var key in keys.Where(key => ParentOf(key.Path) == path))
        {
            var schema = KeySchema.Of(key, meanings);
            if (key.Kind == YamlKeyKind.Section)
            {
                foreach (var (name, value) in Of(keys, key.Path, meanings))
                    schema[name] = value?.DeepClone();
            }

            if (NameOf(key.Path) == YamlKey.Any)
                section["additionalProperties"] = schema;
            else
                properties[NameOf(key.Path)] = schema;
        }

        Require(section, [.. keys.Where(key => key.Required && ParentOf(key.Path) == path)]);
        if (properties.Count > 0)
            section["properties"] = properties;
        return section;
    }

    /// <summary>A schema as text.</summary>
    public static string Print(JsonObject schema) => schema.ToJsonString(Options) + "\n";

    // One key may stand instead of all others, not beside them.
    private static void Require(JsonObject section, IReadOnlyList<YamlKey> keys)
    {
        var always = Names(keys.Where(key => key.Unless is null));
        if (always.Count > 0)
            section["required"] = always;
        foreach (var alternatives in keys.Where(key => key.Unless is not null).GroupBy(key => key.Unless))
        {
            section["oneOf"] = new JsonArray(
                new JsonObject { ["required"] = new JsonArray(alternatives.Key) },
                new JsonObject { ["required"] = Names(alternatives) });
        }
    }

    private static JsonArray Names(IEnumerable<YamlKey> keys) =>
        [.. keys.Select(key => (JsonNode)NameOf(key.Path))];

    private static string ParentOf(string path) =>
        path.LastIndexOf('.') is >= 0 and var dot ? path[..dot] : "";

    private static string NameOf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
