namespace Bitloom.Data;

/// <summary>The windows of one part, each of one class.</summary>
/// <param name="Windows">The inputs; the targets are 1 for the window's class and 0 for the others.</param>
/// <param name="Labels">The class of each window, an index of <see cref="ClassificationData.Classes"/>.</param>
/// <param name="Recordings">For each window the recording it was cut from, an index of
/// <see cref="Sources"/>.</param>
/// <param name="Sources">The recordings of the part, as they were read.</param>
public sealed record ClassificationPart(
    WindowedDataset Windows, int[] Labels, int[] Recordings, IReadOnlyList<Recording> Sources)
{
    /// <summary>Number of windows.</summary>
    public int Count => Labels.Length;
}
