using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>What varies in the search of a project.</summary>
internal static class SearchSpaces
{
    private const string Layers = "model.layers";
    private const string Tensors = "quantization.tensors.";

    /// <summary>The section, with the width of each tensor in its space where widths are sampled.</summary>
    public static ExploreSection Of(Project project)
    {
        var explore = project.Explore;
        return explore.Precision == PrecisionSearch.Sampled
            ? explore with { Space = [.. explore.Space, .. Widths(project)] }
            : explore;
    }

    /// <summary>Settings without the widths of tensors that a model of so few layers does not have.</summary>
    public static ImmutableSortedDictionary<string, string> Applicable(
        Project project, ImmutableSortedDictionary<string, string> settings)
    {
        var layers = settings.TryGetValue(Layers, out var text)
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : project.Model.Layers;
        var names = PrecisionNames.All(project.Model with { Layers = layers }).ToHashSet(StringComparer.Ordinal);
        return settings.RemoveRange(settings.Keys.Where(key =>
            key.StartsWith(Tensors, StringComparison.Ordinal) && !names.Contains(key[Tensors.Length..])));
    }

    private static IEnumerable<SearchParameter> Widths(Project project)
    {
        var model = project.Model with { Layers = Math.Max(project.Model.Layers, MostLayers(project.Explore)) };
        foreach (var name in PrecisionNames.All(model).Order(StringComparer.Ordinal))
        {
            var bits = name.EndsWith(".weight", StringComparison.Ordinal)
                ? project.Explore.WeightBits
                : project.Explore.ActivationBits;
            yield return new(Tensors + name, [.. bits.Select(width => width.ToString(CultureInfo.InvariantCulture))]);
        }
    }

    private static int MostLayers(ExploreSection explore) => explore.Space
        .Where(parameter => parameter.Key == Layers)
        .SelectMany(parameter => parameter.Values)
        .Select(value => int.Parse(value, CultureInfo.InvariantCulture))
        .DefaultIfEmpty(1).Max();
}
