using Bitloom.Diagnostics;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>
/// Reads a project once more with every value that a search may give one of its keys, so that what is wrong with one is
/// told before anything runs. Values that are wrong only together are told by the trial that has them.
/// </summary>
internal static class SpaceCheck
{
    private const string Section = "explore";

    /// <param name="read">Reads a project, and adds what is wrong with it.</param>
    public static IEnumerable<Diagnostic> Of(
        YamlMapping mapping, ExploreSection explore, Action<YamlMapping, List<Diagnostic>> read)
    {
        var fixedPart = new YamlMapping(
            mapping.Location, [.. mapping.Entries.Where(entry => entry.Key != Section)]);
        return explore.Space.SelectMany(parameter => ValuesOf(parameter).SelectMany(value =>
        {
            var findings = new List<Diagnostic>();
            var location = $"{Section}.space.{parameter.Key}: {value}";
            read(ProjectOverrides.Set(fixedPart, parameter.Key, value, location, findings), findings);
            return findings;
        })).DistinctBy(finding => finding.ToString(), StringComparer.Ordinal);
    }

    private static IEnumerable<string> ValuesOf(SearchParameter parameter) =>
        parameter.Range is null ? parameter.Values : [parameter.At(0), parameter.At(1)];
}
