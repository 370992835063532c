using Bitloom.Diagnostics;

namespace Bitloom.Estimation;

/// <summary>A device file that is named by its path, in the place of a device's name.</summary>
public static class DeviceFile
{
    private static readonly string[] Endings = [".yaml", ".yml"];

    /// <summary>Whether a text is a path: it has a folder in it, or ends as a file of YAML.</summary>
    public static bool IsPath(string text) => text.AsSpan().ContainsAny('/', '\\')
        || Endings.Any(ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The device of a file, or all that is wrong with it.</summary>
    /// <param name="path">As the user wrote it; the lines of diagnostics carry it.</param>
    /// <param name="location">Where it was written.</param>
    /// <param name="folder">What a relative path begins at.</param>
    public static Checked<Device> Read(string path, string location, string folder)
    {
        var file = Path.Combine(folder, path);
        if (!File.Exists(file))
            return Checked.Failure<Device>(Missing(path, location, Directory.Exists(file)));
        try
        {
            return Parse(File.ReadAllText(file), path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Checked.Failure<Device>(Diagnostic.Error(
                "DEVICE004", location, $"the device file '{path}' cannot be read: {fault.Message}",
                "a file that can be read", "check its permissions"));
        }
    }

    private static Checked<Device> Parse(string text, string path)
    {
        var findings = new List<Diagnostic>();
        return DeviceReader.Read(text, path, findings) is { } device
            ? Checked.Success(device)
            : Checked.Failure<Device>(findings);
    }

    private static Diagnostic Missing(string path, string location, bool isFolder) => Diagnostic.Error(
        "DEVICE003", location,
        isFolder ? $"'{path}' is a folder, not a device file" : $"there is no device file '{path}'",
        "the name of a known device, or the path of a device file",
        "correct the path, or write the file (docs/adding-a-device.md)");
}
