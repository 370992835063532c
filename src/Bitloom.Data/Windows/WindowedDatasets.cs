namespace Bitloom.Data;

/// <summary>Puts windows of several recordings together, and several samples into a token.</summary>
internal static class WindowedDatasets
{
    /// <summary>All windows, recording by recording; there is at least one data set.</summary>
    public static WindowedDataset Concatenate(IReadOnlyList<WindowedDataset> parts) => parts[0] with
    {
        Inputs = [.. parts.SelectMany(part => part.Inputs)],
        Targets = [.. parts.SelectMany(part => part.Targets)],
        LastTargets = [.. parts.SelectMany(part => part.LastTargets)],
        LastRows = [.. parts.SelectMany(part => part.LastRows)],
    };

    /// <summary>The same numbers as fewer tokens with more features; patch divides the window.</summary>
    public static WindowedDataset Patch(WindowedDataset windows, int patch) =>
        windows with { Window = windows.Window / patch, Features = windows.Features * patch };

    /// <summary>For each window the place of the data set that it came from.</summary>
    public static int[] Origins(IReadOnlyList<WindowedDataset> parts) =>
        [.. parts.SelectMany((part, i) => Enumerable.Repeat(i, part.Count))];
}
