using System.Collections.Immutable;

namespace Bitloom.Estimation.Yaml;

/// <summary>A piece of YAML and where it stands, such as <c>project.yaml:12</c>.</summary>
public abstract record YamlNode(string Location);

/// <summary>A plain or quoted text.</summary>
public sealed record YamlScalar(string Location, string Text, bool Quoted) : YamlNode(Location)
{
    /// <summary>True for a key without a value, which means its default.</summary>
    public bool IsNull => !Quoted && Text is "" or "~" or "null";
}

/// <summary>A list.</summary>
public sealed record YamlSequence(string Location, ImmutableArray<YamlNode> Items) : YamlNode(Location);

/// <summary>Keys with values, in the order of the file.</summary>
public sealed record YamlMapping(string Location, ImmutableArray<YamlEntry> Entries) : YamlNode(Location)
{
    /// <summary>The value of a key, or null.</summary>
    public YamlNode? Find(string key) =>
        Entries.FirstOrDefault(entry => string.Equals(entry.Key, key, StringComparison.Ordinal))?.Value;

    /// <summary>The mapping with a key's value replaced or added.</summary>
    public YamlMapping With(YamlEntry entry)
    {
        var index = Entries.ToList().FindIndex(e => string.Equals(e.Key, entry.Key, StringComparison.Ordinal));
        return this with { Entries = index < 0 ? Entries.Add(entry) : Entries.SetItem(index, entry) };
    }
}

/// <summary>A key and its value.</summary>
public sealed record YamlEntry(string Key, string Location, YamlNode Value);
