using System.Collections.Immutable;

namespace Bitloom.Estimation.Yaml;

/// <summary>What a key's value is.</summary>
public enum YamlKeyKind
{
    /// <summary>Keys and values.</summary>
    Section,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>One of several names.</summary>
    Choice,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A text or a list of texts.</summary>
    Texts,
}

/// <summary>A key as its reader asks for it.</summary>
/// <param name="Path">Dotted, from the top of the file; <see cref="Any"/> at its end stands for every name.</param>
public sealed record YamlKey(string Path, YamlKeyKind Kind)
{
    /// <summary>Stands for the keys of a section whose names are free.</summary>
    public const string Any = "*";

    /// <summary>The least number that is taken.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest number that is taken.</summary>
    public double? Maximum { get; init; }

    /// <summary>What stands in for the key where it is missing, as it would be written; null: nothing.</summary>
    public string? Default { get; init; }

    /// <summary>The names that can be chosen.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Whether the key must be there.</summary>
    public bool Required { get; init; }

    /// <summary>The key that may stand in the section instead of all required ones; null: none.</summary>
    public string? Unless { get; init; }

    /// <summary>Whether the path of a file can stand in the place of one of the names.</summary>
    public bool OrFile { get; init; }
}

/// <summary>
/// The keys that a reader asked for, in the order in which it did. One that is asked for in several ways, such as with
/// ranges that depend on another key, takes what any of them takes.
/// </summary>
public sealed class YamlKeys
{
    private readonly List<string> order = [];
    private readonly Dictionary<string, YamlKey> known = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IEnumerable<YamlKey> All => order.Select(path => known[path]);

    /// <summary>Notes how a key was asked for.</summary>
    public void Note(YamlKey key)
    {
        if (known.TryAdd(key.Path, key))
            order.Add(key.Path);
        else
            known[key.Path] = Widened(known[key.Path], key);
    }

    private static YamlKey Widened(YamlKey first, YamlKey second) => first with
    {
        Minimum = first.Minimum < second.Minimum ? first.Minimum : second.Minimum,
        Maximum = first.Maximum > second.Maximum ? first.Maximum : second.Maximum,
    };
}
