using System.Globalization;
using System.Text.RegularExpressions;

namespace Bitloom.Data;

/// <summary>Reads the header of a .npy file, a literal of Python: {'descr': '&lt;f4', 'fortran_order': False, 'shape':
/// (3, 4), }.</summary>
internal static partial class NpyHeader
{
    private const int MostAxes = 32;

    public static ArrayHeader? Parse(string text, string file, DiagnosticBag bag)
    {
        if (!Pattern().IsMatch(text))
        {
            Report(file, "the header is not the literal that the format asks for", bag);
            return null;
        }

        var entries = Entry().Matches(text);
        string? Value(string key) => entries.FirstOrDefault(e => e.Groups["key"].Value == key)?.Groups["value"].Value;
        var (type, order, shape) = (Value("descr"), Value("fortran_order"), Value("shape"));
        if (type is null || shape?.StartsWith('(') != true || order is not ("True" or "False") || entries.Count != 3)
        {
            Report(file, "the header does not have the three entries", bag);
            return null;
        }

        return ElementTypeOf(type, file, bag) is { } element && ShapeOf(shape, file, bag) is { } lengths
            && ArrayPayload.CheckShape(lengths, file, bag) is { } axes
                ? new ArrayHeader(element, type[1] == '>', order == "True", axes)
                : null;
    }

    private static ElementType? ElementTypeOf(string descr, string file, DiagnosticBag bag)
    {
        if (descr.Length == 5 && "<>|=".Contains(descr[1], StringComparison.Ordinal)
            && ElementType.OfNumPy.TryGetValue(descr[2..4], out var type))
        {
            return type;
        }

        bag.Error("DATA022", file, $"the elements are of the type {Text.Shorten(descr)}",
            "bool, or int, uint or float of at most 64 bits",
            "convert it: numpy.save(name, array.astype('float32'))");
        return null;
    }

    private static List<long>? ShapeOf(string tuple, string file, DiagnosticBag bag)
    {
        var lengths = new List<long>();
        foreach (var word in tuple.Trim('(', ')').Split(',', StringSplitOptions.TrimEntries))
        {
            if (word.Length == 0)
                continue;
            if (!long.TryParse(word.TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                Report(file, $"'{Text.Shorten(word)}' in the shape is not a length", bag);
                return null;
            }

            lengths.Add(length);
        }

        if (lengths.Count <= MostAxes)
            return lengths;
        Report(file, Text.Of($"the array has {lengths.Count} axes"), bag);
        return null;
    }

    private static void Report(string file, string found, DiagnosticBag bag) =>
        bag.Error("DATA021", file, found, "a header with 'descr', 'fortran_order' and 'shape'",
            "save the array again with numpy.save");

    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private const string Item = @"\s*'(?<key>[a-z_]+)'\s*:\s*(?<value>'[^']*'|True|False|\([0-9L,\s]*\)|\[[^{}]*\])\s*";

    [GeneratedRegex(@"^\s*\{" + Item + "(?:," + Item + @")*,?\s*\}\s*$",
        Options)]
    private static partial Regex Pattern();

    [GeneratedRegex(Item, Options)]
    private static partial Regex Entry();
}
