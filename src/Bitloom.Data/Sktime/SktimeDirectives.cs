using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>Reads the directives of a .ts file, one a line: @name value; upper and lower case are one.</summary>
internal static class SktimeDirectives
{
    private static readonly string[] Names =
    [
        "@problemName", "@timeStamps", "@missing", "@univariate", "@dimensions", "@dimension", "@equalLength",
        "@seriesLength", "@classLabel", "@targetLabel", "@data",
    ];

    public static SktimeHeader Apply(SktimeHeader header, string line, string location, DiagnosticBag bag)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var value = words.Length > 1 ? words[1] : "";
        switch (words[0].ToUpperInvariant())
        {
            case "@PROBLEMNAME" or "@MISSING" or "@TARGETLABEL":
                return header;
            case "@UNIVARIATE":
                return Flag(words[0], value, location, bag) == true ? header with { Dimensions = 1 } : header;
            case "@TIMESTAMPS":
                if (Flag(words[0], value, location, bag) == true)
                    ReportUnsupported("the examples have time stamps", "samples at equal distances", location, bag);
                return header;
            case "@EQUALLENGTH":
                if (Flag(words[0], value, location, bag) == false)
                    ReportUnsupported("the examples differ in length", "examples of one length", location, bag);
                return header;
            case "@DIMENSIONS" or "@DIMENSION":
                return header with { Dimensions = Number(words[0], value, location, bag) ?? header.Dimensions };
            case "@SERIESLENGTH":
                return header with { Length = Number(words[0], value, location, bag) ?? header.Length };
            case "@CLASSLABEL":
                return header with { Classes = Classes(words, location, bag) };
            default:
                ReportUnknown(Text.Shorten(words[0]), location, bag);
                return header;
        }
    }

    private static ImmutableArray<string> Classes(string[] words, string location, DiagnosticBag bag) =>
        Flag(words[0], words.Length > 1 ? words[1] : "", location, bag) == true
            ? [.. words.Skip(2).Select(ClassName.Of).Distinct(StringComparer.Ordinal)]
            : [];

    private static bool? Flag(string name, string value, string location, DiagnosticBag bag)
    {
        if (bool.TryParse(value, out var flag))
            return flag;
        Report($"'{Text.Shorten(value)}' of the directive {name} is neither true nor false",
            "true or false", location, bag);
        return null;
    }

    private static int? Number(string name, string value, string location, DiagnosticBag bag)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        Report($"'{Text.Shorten(value)}' of the directive {name} is not a count",
            "a whole number of at least 1", location, bag);
        return null;
    }

    private static void Report(string found, string expected, string location, DiagnosticBag bag) =>
        bag.Error("DATA016", location, found, expected, "correct the directive");

    private static void ReportUnknown(string name, string location, DiagnosticBag bag)
    {
        var nearest = Nearest.To(name, Names);
        bag.Error("DATA016", location, $"there is no directive '{name}'", $"one of {Text.List(Names)}",
            nearest is null ? "remove the line, or begin it with # if it is a comment" : $"did you mean '{nearest}'?");
    }

    private static void ReportUnsupported(string found, string expected, string location, DiagnosticBag bag) =>
        bag.Error("DATA017", location, found, expected,
            "resample the examples to equal distances and one length, or choose another data set");
}
