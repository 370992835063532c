using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Bitloom.Ir;

/// <summary>Reads the fields of one paragraph; what is wrong is reported and read as something harmless.</summary>
internal sealed class FieldReader
{
    private readonly ParagraphText paragraph;
    private readonly string tensor;
    private readonly TextFaults faults;

    public FieldReader(ParagraphText paragraph, string tensor, IReadOnlyList<string> known, TextFaults faults)
    {
        (this.paragraph, this.tensor, this.faults) = (paragraph, tensor, faults);
        foreach (var field in paragraph.Fields.Where(field => !known.Contains(field.Name, StringComparer.Ordinal)))
            faults.UnknownField(field.Line, field.Name, known);
        foreach (var twice in paragraph.Fields.GroupBy(field => field.Name, StringComparer.Ordinal))
        {
            if (twice.Count() > 1)
                faults.Twice(twice.Last().Line, tensor, twice.Key);
        }
    }

    public bool Has(string name) => paragraph.Fields.Exists(field => field.Name == name);

    public string Word(string name) => Find(name).Value;

    public int Number(string name) => Number<int>(name);

    public T Number<T>(string name)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        Find(name) is { Line: > 0 } field ? Parse<T>(field, field.Value) : T.Zero;

    /// <summary>True when the field is there with another value than 0.</summary>
    public bool Flag(string name) => Has(name) && Number(name) != 0;

    public (int First, int Second) Pair(string name)
    {
        if (Find(name) is not { Line: > 0 } field)
            return default;
        var numbers = List<int>(name);
        if (numbers.Length == 2)
            return (numbers[0], numbers[1]);
        faults.NoNumber(field.Line, $"'{name}'", field.Value, "two integers");
        return default;
    }

    public ImmutableArray<T> List<T>(string name)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Find(name) is { Line: > 0 } field
            ? [.. field.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Parse<T>(field, word))]
            : [];

    private T Parse<T>(FieldText field, string word)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (T.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return value;
        var expected = string.Create(CultureInfo.InvariantCulture, $"an integer from {T.MinValue} to {T.MaxValue}");
        faults.NoNumber(field.Line, $"a number of '{field.Name}'", word, expected);
        return T.Zero;
    }

    private FieldText Find(string name)
    {
        if (paragraph.Fields.Find(field => field.Name == name) is { } field)
            return field;
        faults.MissingField(paragraph.Line, tensor, name);
        return new(name, 0, "");
    }
}
