namespace Bitloom.Data;

/// <summary>Takes everything for the class that is most frequent in the training part, the first among
/// equals.</summary>
public static class MajorityClass
{
    /// <summary>A label for each of the windows.</summary>
    public static int[] Classify(ClassificationPart train, WindowedDataset windows)
    {
        var most = train.Labels.CountBy(label => label)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key).FirstOrDefault();
        return [.. Enumerable.Repeat(most, windows.Count)];
    }
}
