using System.Text.Json;
using Bitloom.Data;

namespace Bitloom;

/// <summary>A data file, read, split and cut into windows.</summary>
public sealed class Dataset
{
    private Dataset(Design design) => Design = design;

    /// <summary>The windows of all parts, their scalers, and what needs no model.</summary>
    public ITaskData Data => Design.Data;

    /// <summary>The error, or score, on the test part of a prediction without a model.</summary>
    public double Naive => Data.Baselines()[0].Value;

    internal Design Design { get; }

    /// <summary>Reads a data file, or a folder of recordings (docs/data-formats.md).</summary>
    /// <param name="file">
    /// The series of a forecast (<c>data.file</c>); for other tasks what is learned from (<c>data.train</c>).
    /// </param>
    /// <exception cref="BitloomException">The file or the settings cannot be used; all faults are told.</exception>
    public static Dataset Read(string file, DatasetSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var path = Path.GetFullPath(file);
        var key = settings.Task == LearningTask.Forecasting ? "data.file" : "data.train";
        return new(Design.Read(
            Path.GetDirectoryName(path) ?? path,
            [
                new("task", JsonNamingPolicy.CamelCase.ConvertName(settings.Task.ToString())),
                new(key, JsonSerializer.Serialize(Path.GetFileName(path))),
                .. settings.In("data"),
            ]));
    }
}
