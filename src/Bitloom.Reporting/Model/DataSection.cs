using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>Where the data came from and how it was cut into windows.</summary>
/// <param name="Source">File name, as the project file gives it.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Features">Columns that enter the model.</param>
/// <param name="Targets">Columns or classes that it predicts.</param>
/// <param name="WindowLength">Rows of a window.</param>
/// <param name="TrainWindows">Windows to learn from.</param>
/// <param name="ValidationWindows">Windows that choose the epoch and the observers' ranges.</param>
/// <param name="TestWindows">Windows that only the accuracy is measured on.</param>
public sealed record DataSection(
    string Source,
    int Rows,
    ImmutableArray<string> Features,
    ImmutableArray<string> Targets,
    int WindowLength,
    int TrainWindows,
    int ValidationWindows,
    int TestWindows)
{
    /// <summary><c>forecasting</c>, <c>classification</c> or <c>anomalyDetection</c>; null in older reports.</summary>
    public string? Task { get; init; }
}
