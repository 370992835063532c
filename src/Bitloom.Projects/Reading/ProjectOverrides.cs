using Bitloom.Diagnostics;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Puts values of the command line in the place of those of the file.</summary>
internal static class ProjectOverrides
{
    /// <summary>The section of tensors, whose names contain dots themselves.</summary>
    public const string TensorSection = "quantization.tensors.";

    private const string SpaceSection = "explore.space.";

    public static YamlMapping Apply(YamlMapping mapping, IReadOnlyList<string> overrides, List<Diagnostic> findings)
    {
        foreach (var text in overrides)
            mapping = Apply(mapping, text, findings);
        return mapping;
    }

    private static YamlMapping Apply(YamlMapping mapping, string text, List<Diagnostic> findings)
    {
        var location = $"--set {text}";
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            findings.Add(Diagnostic.Error("PROJECT002", location, $"'{text}' does not name a key and a value",
                "key.path=value, such as model.dimension=32", "write the key's path, an equals sign and the value"));
            return mapping;
        }

        return Set(mapping, text[..equals].Trim(), text[(equals + 1)..], location, findings);
    }

    /// <summary>The mapping with one value replaced or added.</summary>
    /// <param name="path">The dotted path of the key.</param>
    /// <param name="value">In YAML.</param>
    /// <param name="location">What diagnostics on the value name.</param>
    public static YamlMapping Set(
        YamlMapping mapping, string path, string value, string location, List<Diagnostic> findings)
    {
        var node = YamlText.ReadValue(value, location, findings);
        return node is null ? mapping : Replace(mapping, Steps(path), node);
    }

    private static string[] Steps(string path) =>
        path.StartsWith(TensorSection, StringComparison.Ordinal)
            ? ["quantization", "tensors", path[TensorSection.Length..]]
        : path.StartsWith(SpaceSection, StringComparison.Ordinal)
            ? ["explore", "space", path[SpaceSection.Length..]]
        : path.Split('.');

    private static YamlMapping Replace(YamlMapping mapping, ReadOnlySpan<string> steps, YamlNode value)
    {
        if (steps.Length == 1)
            return mapping.With(new YamlEntry(steps[0], value.Location, value));
        var inner = mapping.Find(steps[0]) as YamlMapping ?? new YamlMapping(value.Location, []);
        return mapping.With(new YamlEntry(steps[0], value.Location, Replace(inner, steps[1..], value)));
    }
}
