using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Diagnostics;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Reads the section <c>explore</c>; what the values of its space would do is checked by <see cref="SpaceCheck"/>.</summary>
internal static class ExploreSectionReader
{
    private const int Most = 1_000_000;
    // Validators of JSON schemas read bounds as decimals.
    private const double MostLimit = 1e12;
    private const int LeastBits = 2;
    private const int MostBits = 8;

    private static readonly (string, SearchMethod)[] Methods =
        [("nsga2", SearchMethod.Nsga2), ("tpe", SearchMethod.Tpe), ("random", SearchMethod.Random)];

    private static readonly (string, PrecisionSearch)[] Precisions =
        [
            ("solved", PrecisionSearch.Solved), ("uniform", PrecisionSearch.Uniform),
            ("sampled", PrecisionSearch.Sampled),
        ];

    private static readonly (string, SensitivityMeasure)[] Sensitivities =
        [("loss", SensitivityMeasure.Loss), ("hessian", SensitivityMeasure.Hessian)];

    public static ExploreSection Read(YamlSection section)
    {
        var fallback = new ExploreSection();
        var read = new ExploreSection(
            section.Choice("method", fallback.Method, Methods),
            section.Choice("precision", fallback.Precision, Precisions),
            section.Choice("sensitivity", fallback.Sensitivity, Sensitivities),
            section.Integer("trials", fallback.Trials, 1, Most),
            section.Integer("population", fallback.Population, 1, Most),
            section.Integer("halving", fallback.Halving, 1, 10),
            section.Integer("points", fallback.Points, 1, 100),
            section.Integer("calibrated", fallback.Calibrated, 0, 100),
            section.Integer("seed", fallback.Seed, 0, int.MaxValue));
        read = read with
        {
            WeightBits = ReadBits(section, "weights", fallback.WeightBits),
            ActivationBits = ReadBits(section, "activations", fallback.ActivationBits),
            Objectives = ReadObjectives(section, fallback.Objectives),
            Constraints = ReadConstraints(section.Section("constraints")),
            Space = SearchSpaceReader.Read(section.Section("space")),
        };
        section.Close();
        return read;
    }

    private static ImmutableArray<int> ReadBits(YamlSection section, string key, ImmutableArray<int> fallback)
    {
        var texts = section.Texts(key);
        int[] bits = [.. texts.Select(text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : -1)];
        if (bits.All(width => width is >= LeastBits and <= MostBits))
            return bits.Length == 0 ? fallback : [.. bits.Distinct().Order()];
        section.Report("PROJECT016", key, $"{section.PathOf(key)} is [{string.Join(", ", texts)}]",
            FormattableString.Invariant($"widths from {LeastBits} to {MostBits}"),
            $"write the widths that are allowed, such as '{key}: [4, 6, 8]'");
        return fallback;
    }

    private static ImmutableArray<Measure> ReadObjectives(YamlSection section, ImmutableArray<Measure> fallback)
    {
        var objectives = ImmutableArray.CreateBuilder<Measure>();
        foreach (var text in section.Texts("objectives"))
        {
            if (Measures.Of(text) is { } measure)
                objectives.Add(measure);
            else
                ReportObjective(section, text);
        }

        return objectives.Count == 0 ? fallback : [.. objectives.Distinct()];
    }

    private static void ReportObjective(YamlSection section, string text)
    {
        var nearest = Nearest.To(text, Measures.Names);
        section.Report("PROJECT017", "objectives", $"there is no objective '{text}'",
            $"one of {string.Join(", ", Measures.Names)}",
            nearest is null ? "choose one of them" : $"did you mean '{nearest}'?");
    }

    private static ImmutableSortedDictionary<Measure, double> ReadConstraints(YamlSection section)
    {
        var limits = ImmutableSortedDictionary.CreateBuilder<Measure, double>();
        foreach (var name in Measures.Names)
        {
            if (section.OptionalNumber(name, 0, MostLimit) is { } limit)
                limits[Measures.Of(name)!.Value] = limit;
        }

        section.Close();
        return limits.ToImmutable();
    }
}
