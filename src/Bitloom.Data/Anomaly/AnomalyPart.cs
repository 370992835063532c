using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>The windows of one part; none crosses from one recording into another, or a gap.</summary>
/// <param name="Windows">Inputs, and as targets the same columns in the rows that are predicted, both scaled.</param>
/// <param name="Labels">For each window whether a row that it predicts is anomalous: with one step, point
/// labels.</param>
/// <param name="Bounds">For each recording its windows, for what must not run from one recording into the next.</param>
/// <param name="Sources">The recordings, in the order of <paramref name="Bounds"/>.</param>
public sealed record AnomalyPart(
    WindowedDataset Windows, bool[] Labels, ImmutableArray<RowRange> Bounds, IReadOnlyList<Recording> Sources)
{
    /// <summary>Number of windows.</summary>
    public int Count => Labels.Length;

    /// <summary>True when somebody has said of every recording what is anomalous in it.</summary>
    public bool IsLabeled => Sources.All(source => source.Anomalies is not null);
}
