using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>Settings as a project file and as a sampler sees them: texts by key, and positions.</summary>
internal static class Settings
{
    public static ImmutableSortedDictionary<string, string> At(
        ImmutableArray<SearchParameter> space, IReadOnlyList<double> positions) =>
        space.Zip(positions).ToImmutableSortedDictionary(
            pair => pair.First.Key, pair => pair.First.At(pair.Second), StringComparer.Ordinal);

    public static double[] Positions(
        ImmutableArray<SearchParameter> space, ImmutableSortedDictionary<string, string> settings) =>
        [.. space.Select(parameter => parameter.PositionOf(settings[parameter.Key]))];

    /// <summary>Equal for equal values of the space; other keys, such as the epochs of a rung, do not count.</summary>
    public static string Identity(
        ImmutableArray<SearchParameter> space, ImmutableSortedDictionary<string, string> settings) =>
        string.Join('\n', space.Select(parameter => settings[parameter.Key]));

    /// <summary>The next setting of a space of values, as a counter's digits go; the first after the last.</summary>
    public static ImmutableSortedDictionary<string, string> Successor(
        ImmutableArray<SearchParameter> space, ImmutableSortedDictionary<string, string> settings)
    {
        foreach (var (key, values, _) in space)
        {
            var next = (values.IndexOf(settings[key]) + 1) % values.Length;
            settings = settings.SetItem(key, values[next]);
            if (next != 0)
                break;
        }

        return settings;
    }
}
