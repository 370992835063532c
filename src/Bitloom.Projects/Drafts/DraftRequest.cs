using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Estimation;

namespace Bitloom.Projects;

/// <summary>What the user said of a project that is to be made.</summary>
/// <param name="Folder">Of the project, as the user wrote it; its last part is the project's name.</param>
/// <param name="Data">The data file, or the folder of recordings, as the user wrote it.</param>
public sealed record DraftRequest(string Folder, string Data)
{
    /// <summary>What the model is to do; null: what the data are usually for.</summary>
    public LearningTask? Task { get; init; }

    /// <summary>The columns that the model reads; none to choose them.</summary>
    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>The columns to predict, or that of an anomaly's labels; none to choose.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>The device's name, or the path of its file as the user wrote it; null: the default one.</summary>
    public string? Device { get; init; }

    /// <summary>The project's name.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Folder));

    /// <summary>The data's path from the project's folder.</summary>
    internal string RelativeData => Relative(Data);

    /// <summary>The device as the project's file names it.</summary>
    internal string DeviceText =>
        Device is null ? ProjectSections.DefaultDevice
        : DeviceFile.IsPath(Device) ? DraftText.Name(Relative(Device))
        : Device.ToLowerInvariant();

    private string Relative(string path) =>
        Path.GetRelativePath(Path.GetFullPath(Folder), Path.GetFullPath(path)).Replace('\\', '/');
}
