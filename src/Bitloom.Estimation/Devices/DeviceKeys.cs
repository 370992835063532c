using Bitloom.Estimation.Yaml;

namespace Bitloom.Estimation;

/// <summary>The keys that the reader of device files knows, found by letting it read a file that has none.</summary>
public static class DeviceKeys
{
    /// <summary>In the order in which they are read.</summary>
    public static IReadOnlyList<YamlKey> All { get; } = Ask();

    private static List<YamlKey> Ask()
    {
        var keys = new YamlKeys();
        // Of a grade, whose name is free, there must be one, or its keys are not asked for.
        var grades = new YamlMapping("", [new("-1", "", new YamlMapping("", []))]);
        _ = DeviceReader.Read(new YamlSection(new YamlMapping("", [new("speedGrades", "", grades)]), [], keys));
        return [.. keys.All];
    }
}
