using System.Collections.Immutable;
using System.Reflection;
using Bitloom.Diagnostics;

namespace Bitloom.Estimation;

/// <summary>The devices known: those that Bitloom brings, and the user's own.</summary>
public sealed record DeviceCatalog(ImmutableArray<Device> Devices)
{
    private const string Prefix = "devices/";

    /// <summary>
    /// Reads the devices that Bitloom brings and, where given, every <c>*.yaml</c> of the user's folder, which may
    /// replace a device by one of the same name. Sorted by name.
    /// </summary>
    public static Checked<DeviceCatalog> Load(string? userFolder = null)
    {
        var findings = new List<Diagnostic>();
        var devices = new SortedDictionary<string, Device>(StringComparer.OrdinalIgnoreCase);
        foreach (var (file, text) in OwnFiles().Concat(UserFiles(userFolder, findings)))
        {
            if (DeviceReader.Read(text, file, findings) is { } device)
                devices[device.Name] = device;
        }

        return findings.Count > 0
            ? Checked.Failure<DeviceCatalog>(findings)
            : Checked.Success(new DeviceCatalog([.. devices.Values]));
    }

    /// <summary>The device of a name, in any case.</summary>
    public Checked<Device> Find(string name) => Find(name, "");

    /// <summary>The device of a name, in any case, or of a path (<see cref="DeviceFile"/>).</summary>
    /// <param name="location">Where the name was given.</param>
    /// <param name="folder">What a relative path begins at.</param>
    public Checked<Device> Find(string name, string location, string folder = "")
    {
        if (DeviceFile.IsPath(name))
            return DeviceFile.Read(name, location, folder);
        var device = Devices.FirstOrDefault(d => string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase));
        if (device is not null)
            return Checked.Success(device);
        var names = Devices.Select(d => d.Name).ToArray();
        var nearest = Nearest.To(name, names);
        return Checked.Failure<Device>(Diagnostic.Error("DEVICE001", location, $"there is no device '{name}'",
            $"one of {string.Join(", ", names)}",
            nearest is null ? "choose a known device, or describe yours (docs/adding-a-device.md)"
                : $"did you mean '{nearest}'? A new device is a file (docs/adding-a-device.md)"));
    }

    private static IEnumerable<(string File, string Text)> OwnFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static IEnumerable<(string File, string Text)> UserFiles(string? folder, List<Diagnostic> findings)
    {
        if (folder is null)
            return [];
        if (!Directory.Exists(folder))
        {
            findings.Add(Diagnostic.Error("DEVICE002", folder, "there is no such folder of devices",
                "a folder with one YAML file a device", "correct the path (docs/adding-a-device.md)"));
            return [];
        }

        return Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)));
    }
}
