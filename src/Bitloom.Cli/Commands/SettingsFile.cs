using Bitloom.Diagnostics;

namespace Bitloom.Cli;

/// <summary>
/// Settings in a file, as searches write them: a key of the project file with its whole path and its value a line.
/// </summary>
internal static class SettingsFile
{
    /// <summary>The settings, or what is wrong with the file.</summary>
    public static Checked<IReadOnlyList<KeyValuePair<string, string>>> Read(string path)
    {
        if (!File.Exists(path))
            return Fault(path, "there is no such file", "check the path");
        var settings = new List<KeyValuePair<string, string>>();
        var number = 0;
        foreach (var line in File.ReadLines(path).Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon <= 0)
                return Fault(
                    FormattableString.Invariant($"{path}:{number}"), $"`{line}` is no key with a value",
                    "correct the line, or let a search write the file again");
            settings.Add(new(line[..colon].Trim(), line[(colon + 2)..].Trim()));
        }

        return Checked.Success<IReadOnlyList<KeyValuePair<string, string>>>(settings);
    }

    private static Checked<IReadOnlyList<KeyValuePair<string, string>>> Fault(string location, string found, string remedy) =>
        Checked.Failure<IReadOnlyList<KeyValuePair<string, string>>>(Diagnostic.Error(
            "CLI012", location, found,
            "a file of lines such as `quantization.tensors.layer0.query: 6`, which `bitloom fit` and `explore` write", remedy));
}
