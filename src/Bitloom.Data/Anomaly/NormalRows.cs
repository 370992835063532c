namespace Bitloom.Data;

/// <summary>Takes what is labeled anomalous out of the recordings that the normal is learnt from.</summary>
internal static class NormalRows
{
    /// <summary>The recording with its anomalous rows as gaps, and what is after one as a stretch of its own.</summary>
    public static Recording Of(Recording recording)
    {
        if (recording.Anomalies is not { } anomalies)
            return recording;
        var series = recording.Series;
        var segments = new int[series.Rows];
        var current = -1;
        for (var row = 0; row < segments.Length; row++)
        {
            var left = series.Segments[row] < 0 || anomalies[row];
            var begins = row == 0 || segments[row - 1] < 0 || series.Segments[row] != series.Segments[row - 1];
            current += !left && begins ? 1 : 0;
            segments[row] = left ? -1 : current;
        }

        bool[] measured = [.. series.Measured.Zip(anomalies, (known, anomalous) => known && !anomalous)];
        return recording with { Series = series with { Segments = segments, Measured = measured } };
    }
}
