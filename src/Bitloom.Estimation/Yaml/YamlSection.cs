using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Diagnostics;

namespace Bitloom.Estimation.Yaml;

/// <summary>
/// Reads the keys of one section with defaults and ranges and collects every fault. A key is known once it has been
/// asked for; <see cref="Close"/> reports the others.
/// </summary>
public sealed class YamlSection
{
    private readonly string path;
    private readonly string noted;
    private readonly YamlMapping mapping;
    private readonly List<Diagnostic> findings;
    private readonly YamlKeys keys;
    private readonly SortedSet<string> known = new(StringComparer.Ordinal);
    private string? instead;

    /// <summary>The outermost section. What is asked of every key is noted in <paramref name="keys"/>.</summary>
    public YamlSection(YamlMapping mapping, List<Diagnostic> findings, YamlKeys? keys = null)
        : this("", "", mapping, findings, keys ?? new YamlKeys())
    {
    }

    // Where names are free, the path that is noted has another one than that of the file.
    private YamlSection(string path, string noted, YamlMapping mapping, List<Diagnostic> findings, YamlKeys keys)
    {
        this.path = path;
        this.noted = noted;
        this.mapping = mapping;
        this.findings = findings;
        this.keys = keys;
    }

    /// <summary>The dotted path of a key from the top of the file.</summary>
    public string PathOf(string key) => Joined(path, key);

    /// <summary>True when the key is there with a value.</summary>
    public bool Has(string key) => Value(key) is not null;

    /// <summary>Where a key's value stands, or the section when it is not there.</summary>
    public string Locate(string key) => mapping.Find(key)?.Location ?? mapping.Location;

    /// <summary>A section within this one; empty when it is not there.</summary>
    public YamlSection Section(string key)
    {
        Note(key, YamlKeyKind.Section);
        var value = Value(key);
        if (value is not (null or YamlMapping))
            ReportType(key, value, "a section of keys and values");
        var inner = value as YamlMapping ?? new YamlMapping(mapping.Location, []);
        return new YamlSection(PathOf(key), Joined(noted, key), inner, findings, keys);
    }

    /// <summary>A section that must be there; when it is not, that alone is reported, not also its keys.</summary>
    public YamlSection RequiredSection(string key, string meaning)
    {
        ReportMissing(key, meaning);
        keys.Note(Required(new YamlKey(Joined(noted, key), YamlKeyKind.Section)));
        return Has(key) ? Section(key) : Empty(key);
    }

    /// <summary>A section that may be left out, and is: nothing is reported that is missing in it.</summary>
    public YamlSection Absent(string key)
    {
        Note(key, YamlKeyKind.Section);
        known.Add(key);
        return Empty(key);
    }

    /// <summary>The sections of one whose keys are free, with their names.</summary>
    public IReadOnlyList<(string Name, YamlSection Section)> FreeSections()
    {
        keys.Note(new YamlKey(Joined(noted, YamlKey.Any), YamlKeyKind.Section));
        return [.. mapping.Entries.Select(entry => (entry.Key, FreeSection(entry)))];
    }

    /// <summary>
    /// A text that may stand here instead of all keys of the section that are required; null when it is not there.
    /// </summary>
    public string? Instead(string key)
    {
        var text = Text(key);
        if (text is null)
            instead = key;
        return text;
    }

    /// <summary>The entries of a section whose keys are free, and whose values are whole numbers.</summary>
    public IReadOnlyList<YamlEntry> FreeIntegers(int minimum, int maximum)
    {
        keys.Note(new YamlKey(Joined(noted, YamlKey.Any), YamlKeyKind.Integer)
        {
            Minimum = minimum,
            Maximum = maximum,
        });
        return mapping.Entries;
    }

    /// <summary>The entries of a section whose keys are free, each a text or a list of texts.</summary>
    public IReadOnlyList<(string Name, ImmutableArray<string> Texts)> FreeTexts()
    {
        keys.Note(new YamlKey(Joined(noted, YamlKey.Any), YamlKeyKind.Texts));
        return [.. mapping.Entries.Select(entry => (entry.Key, TextsOf(entry.Key)))];
    }

    /// <summary>A whole number.</summary>
    public int Integer(string key, int @default, int minimum, int maximum)
    {
        keys.Note(new YamlKey(Joined(noted, key), YamlKeyKind.Integer)
        {
            Minimum = minimum,
            Maximum = maximum,
            Default = @default >= minimum ? Invariant(@default) : null,
        });
        var expected = string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}");
        if (Scalar(key, expected) is not { } scalar)
            return @default;
        if (!long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            ReportType(key, scalar, expected);
        else if (value < minimum || value > maximum)
            ReportRange(key, scalar, expected);
        else
            return (int)value;
        return @default;
    }

    /// <summary>A whole number that must be there; the least, and reported, when it is not.</summary>
    public int RequiredInteger(string key, string meaning, int minimum, int maximum)
    {
        ReportMissing(key, meaning);
        keys.Note(Required(new YamlKey(Joined(noted, key), YamlKeyKind.Integer)
        {
            Minimum = minimum,
            Maximum = maximum,
        }));
        return Integer(key, minimum - 1, minimum, maximum) is var value && value < minimum ? minimum : value;
    }

    /// <summary>A whole number, or null where the key is missing; the least is over 0.</summary>
    public int? OptionalInteger(string key, int minimum, int maximum)
    {
        const int NotGiven = 0;
        var value = Integer(key, NotGiven, minimum, maximum);
        return value == NotGiven ? null : value;
    }

    /// <summary>A number, whole or not.</summary>
    public double Number(string key, double @default, double minimum, double maximum)
    {
        keys.Note(new YamlKey(Joined(noted, key), YamlKeyKind.Number)
        {
            Minimum = minimum,
            Maximum = maximum,
            Default = double.IsNaN(@default) ? null : Invariant(@default),
        });
        var expected = string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}");
        if (Scalar(key, expected) is not { } scalar)
            return @default;
        if (!double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            ReportType(key, scalar, expected);
        else if (!(value >= minimum && value <= maximum))
            ReportRange(key, scalar, expected);
        else
            return value;
        return @default;
    }

    /// <summary>A number that must be there; the least, and reported, when it is not.</summary>
    public double RequiredNumber(string key, string meaning, double minimum, double maximum)
    {
        ReportMissing(key, meaning);
        keys.Note(Required(new YamlKey(Joined(noted, key), YamlKeyKind.Number)
        {
            Minimum = minimum,
            Maximum = maximum,
        }));
        return OptionalNumber(key, minimum, maximum) ?? minimum;
    }

    /// <summary>A number, or null where the key is missing.</summary>
    public double? OptionalNumber(string key, double minimum, double maximum) =>
        Number(key, double.NaN, minimum, maximum) is var value && double.IsNaN(value) ? null : value;

    /// <summary>true or false.</summary>
    public bool Boolean(string key, bool @default) =>
        Choice(key, @default, [("true", true), ("false", false)]);

    /// <summary>One of several names.</summary>
    public T Choice<T>(string key, T @default, IReadOnlyList<(string Name, T Value)> choices)
    {
        keys.Note(new YamlKey(Joined(noted, key), @default is bool ? YamlKeyKind.Boolean : YamlKeyKind.Choice)
        {
            Choices = [.. choices.Select(choice => choice.Name)],
            Default = choices.FirstOrDefault(choice => Equals(choice.Value, @default)).Name,
        });
        var expected = $"one of {string.Join(", ", choices.Select(choice => $"'{choice.Name}'"))}";
        if (Scalar(key, expected) is not { } scalar)
            return @default;
        foreach (var (name, value) in choices)
        {
            if (string.Equals(name, scalar.Text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        var nearest = Nearest.To(scalar.Text, choices.Select(choice => choice.Name));
        Report("YAML006", key, $"{PathOf(key)} is '{scalar.Text}'", expected,
            nearest is null ? "choose one of them" : $"did you mean '{nearest}'?");
        return @default;
    }

    /// <summary>A text, or null when it is not there.</summary>
    public string? Text(string key)
    {
        Note(key, YamlKeyKind.Text);
        return Scalar(key, "a text")?.Text;
    }

    /// <summary>
    /// A text that should be one of several names, or the path of a file; whoever asks judges it, as they may not be
    /// all.
    /// </summary>
    public string? NameOrFile(string key, string @default, IEnumerable<string> names)
    {
        keys.Note(new YamlKey(Joined(noted, key), YamlKeyKind.Choice)
        {
            Choices = [.. names],
            Default = @default,
            OrFile = true,
        });
        return Scalar(key, "a text")?.Text;
    }

    /// <summary>A text that must be there; empty, and reported, when it is not.</summary>
    public string RequiredText(string key, string meaning)
    {
        Note(key, YamlKeyKind.Text, required: true);
        ReportMissing(key, meaning);
        return Text(key) ?? "";
    }

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public ImmutableArray<string> Texts(string key)
    {
        Note(key, YamlKeyKind.Texts);
        return TextsOf(key);
    }

    private ImmutableArray<string> TextsOf(string key)
    {
        const string expected = "a text or a list of texts";
        var value = Value(key);
        if (value is YamlScalar scalar)
            return [scalar.Text];
        if (value is YamlSequence sequence && sequence.Items.All(item => item is YamlScalar))
            return [.. sequence.Items.Cast<YamlScalar>().Select(item => item.Text)];
        if (value is not null)
            ReportType(key, value, expected);
        return [];
    }

    /// <summary>A list of texts that must be there with at least one.</summary>
    public ImmutableArray<string> RequiredTexts(string key, string meaning)
    {
        Note(key, YamlKeyKind.Texts, required: true);
        ReportMissing(key, meaning);
        var texts = Texts(key);
        if (Value(key) is YamlSequence { Items.Length: 0 })
            Report("YAML005", key, $"{PathOf(key)} is an empty list", meaning, $"name at least one in {PathOf(key)}");
        return texts;
    }

    /// <summary>A fault at a key of this section.</summary>
    public void Report(string code, string key, string found, string expected, string remedy) =>
        findings.Add(Diagnostic.Error(code, Locate(key), found, expected, remedy));

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Close()
    {
        foreach (var entry in mapping.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            var nearest = Nearest.To(entry.Key, known);
            findings.Add(Diagnostic.Error("YAML003", entry.Location, $"there is no key '{PathOf(entry.Key)}'",
                known.Count == 0 ? "no keys here" : $"one of the keys {string.Join(", ", known)}",
                nearest is null ? "remove the line" : $"did you mean '{nearest}'?"));
        }
    }

    private void Note(string key, YamlKeyKind kind, bool required = false)
    {
        var asked = new YamlKey(Joined(noted, key), kind);
        keys.Note(required ? Required(asked) : asked);
    }

    private YamlKey Required(YamlKey key) => key with { Required = true, Unless = instead };

    private YamlSection Empty(string key) =>
        new(PathOf(key), Joined(noted, key), new YamlMapping(Locate(key), []), [], keys);

    private YamlSection FreeSection(YamlEntry entry)
    {
        known.Add(entry.Key);
        if (entry.Value is not YamlMapping)
            ReportType(entry.Key, entry.Value, "a section of keys and values");
        var inner = entry.Value as YamlMapping ?? new YamlMapping(entry.Location, []);
        return new YamlSection(PathOf(entry.Key), Joined(noted, YamlKey.Any), inner, findings, keys);
    }

    private static string Joined(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Invariant<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private YamlNode? Value(string key)
    {
        known.Add(key);
        var value = mapping.Find(key);
        return value is YamlScalar { IsNull: true } ? null : value;
    }

    private YamlScalar? Scalar(string key, string expected)
    {
        var value = Value(key);
        if (value is not (null or YamlScalar))
            ReportType(key, value, expected);
        return value as YamlScalar;
    }

    private void ReportMissing(string key, string meaning)
    {
        if (!Has(key))
            Report("YAML004", key, $"the key '{PathOf(key)}' is missing", meaning, $"add '{key}:' with its value");
    }

    private void ReportType(string key, YamlNode value, string expected) =>
        Report("YAML005", key, $"{PathOf(key)} is {Describe(value)}", expected, $"write {expected}");

    private void ReportRange(string key, YamlScalar value, string expected) =>
        Report("YAML006", key, $"{PathOf(key)} is {value.Text}", expected, $"write {expected}");

    private static string Describe(YamlNode value) => value switch
    {
        YamlScalar scalar => $"'{scalar.Text}'",
        YamlSequence => "a list",
        _ => "a section",
    };
}
