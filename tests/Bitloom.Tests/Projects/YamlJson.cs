using System.Globalization;
using System.Text.Json.Nodes;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Tests.Projects;

/// <summary>YAML as the JSON that an editor's schema is held against.</summary>
internal static class YamlJson
{
    public static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(
            mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Of)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar { Quoted: false, Text: "true" or "false" } scalar => scalar.Text == "true",
        YamlScalar { Quoted: false } scalar
            when double.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var number) => number,
        YamlScalar scalar => scalar.Text,
        _ => throw new InvalidOperationException(node.ToString()),
    };
}
