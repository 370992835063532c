using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bitloom;

/// <summary>
/// Keys of one section of a project file (docs/project-file.md), under the same names and with the same defaults and
/// ranges: what is null here is left out, and the project reader judges the rest.
/// </summary>
public abstract record SectionSettings
{
    private static readonly JsonSerializerOptions AsInProjectFiles = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Keys of the section that have no property here, dotted, with their values in YAML.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Further { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The keys that are given, with their values in YAML; JSON is YAML.</summary>
    /// <param name="section">The name of the section.</param>
    internal ImmutableArray<KeyValuePair<string, string>> In(string section)
    {
        var properties = JsonSerializer.SerializeToNode(this, GetType(), AsInProjectFiles)!.AsObject();
        return
        [
            .. properties.Select(property => Setting(property.Key, property.Value!.ToJsonString())),
            .. Further.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Setting(pair.Key, pair.Value)),
        ];

        KeyValuePair<string, string> Setting(string key, string value) => new($"{section}.{key}", value);
    }
}
