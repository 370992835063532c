using System.Globalization;
using System.IO.Compression;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>
/// A project as bytes, with its data and device, so that its trials can be run where none of its files are.
/// </summary>
public static class ProjectBundle
{
    private const string SettingsName = "bundle.settings";
    private const string DeviceName = "device.yaml";

    // Zip's own first moment: the same project gives the same bytes.
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bundle of a project that can be read.</summary>
    public static byte[] Of(BuildRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var given = request.Settings.Select(setting => $"{setting.Key}={setting.Value}").ToArray();
            var file = Directory.Exists(request.ProjectPath)
                ? Path.Combine(request.ProjectPath, ProjectReader.FileName)
                : request.ProjectPath;
            Add(archive, ProjectReader.FileName, File.ReadAllBytes(file));
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            var paths = ProjectDataPaths.Of(request.ProjectPath, given)
                .Select((paths, index) => AddData(archive, folder, paths, index)).ToArray();
            string[] lines = [.. given, .. paths, .. AddDevice(archive, request, folder, given)];
            Add(archive, SettingsName, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        }

        return bytes.ToArray();
    }

    /// <summary>A runner of the project's trials, which unpacks it into a folder of its own.</summary>
    public static ITrialRunner Open(byte[] bundle, string folder)
    {
        using (var archive = new ZipArchive(new MemoryStream(bundle)))
            archive.ExtractToDirectory(folder, overwriteFiles: true);
        var settings = File.ReadAllLines(Path.Combine(folder, SettingsName)).Where(line => line.Length > 0).Select(line =>
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            return KeyValuePair.Create(line[..equals], line[(equals + 1)..]);
        });
        return new ProjectTrialRunner(
            new BuildRequest(Path.Combine(folder, ProjectReader.FileName), null, [.. settings]), folder,
            BuildTools.Installed, Environment.ProcessorCount);
    }

    private static string AddData(ZipArchive archive, string folder, ProjectDataPaths paths, int index)
    {
        string[] names = [.. paths.Paths.Select((path, item) => AddPath(
            archive, Path.GetFullPath(Path.Combine(folder, path)),
            string.Create(CultureInfo.InvariantCulture, $"data/{index}-{item}")))];
        return $"{paths.Key}={(paths.IsList ? $"[{string.Join(", ", names)}]" : names[0])}";
    }

    // Names stay, as they say what is in a file.
    private static string AddPath(ZipArchive archive, string path, string place)
    {
        var name = $"{place}/{Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}";
        if (File.Exists(path))
            Add(archive, name, File.ReadAllBytes(path));
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
            Add(archive, $"{name}/{Path.GetRelativePath(path, file)}", File.ReadAllBytes(file));

        return $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    // A device that is a file of the user's is one of the bundle.
    private static IEnumerable<string> AddDevice(
        ZipArchive archive, BuildRequest request, string folder, string[] given)
    {
        if (ProjectDataPaths.DeviceFileOf(request.ProjectPath, given) is not { } device)
            yield break;
        Add(archive, DeviceName, File.ReadAllBytes(Path.Combine(folder, device)));
        yield return $"engine.device=./{DeviceName}";
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Moment;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
