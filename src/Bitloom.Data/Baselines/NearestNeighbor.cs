namespace Bitloom.Data;

/// <summary>
/// Takes a window for what the nearest training window is, by Euclidean distance of all inputs; the first among equals
/// (Cover and Hart, Nearest neighbor pattern classification, 1967). The usual yardstick of the UCR archive.
/// </summary>
public static class NearestNeighbor
{
    /// <summary>A label for each of the windows, which are scaled as the training part is.</summary>
    public static int[] Classify(ClassificationPart train, WindowedDataset windows) =>
        [.. Enumerable.Range(0, windows.Count).Select(w => train.Labels[Nearest(train.Windows, windows.Input(w))])];

    private static int Nearest(WindowedDataset train, ReadOnlySpan<float> input)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var i = 0; i < train.Count; i++)
        {
            var distance = SquaredDistance(train.Input(i), input, least);
            if (distance < least)
                (nearest, least) = (i, distance);
        }

        return nearest;
    }

    /// <summary>The squared distance, or something over the limit as soon as it is sure to be.</summary>
    private static double SquaredDistance(ReadOnlySpan<float> left, ReadOnlySpan<float> right, double limit)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length && sum <= limit; i++)
        {
            var difference = (double)left[i] - right[i];
            sum += difference * difference;
        }

        return sum;
    }
}
