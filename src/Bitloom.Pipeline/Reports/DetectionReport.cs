using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>Anomaly scores over the test part, with what was labeled.</summary>
internal static class DetectionReport
{
    private const int MostPoints = 600;

    /// <param name="predict">The integer model, count x outputs, scaled.</param>
    public static DetectionSection Of(AnomalyData data, Func<WindowedDataset, float[]> predict)
    {
        var detector = AnomalyDetector.Choose(data.Validation, Scores(data.Validation), data.Decision);
        var smooth = ScoreSmoothing.MovingAverage(Scores(data.Test), detector.Width, data.Test.Bounds);
        var each = Math.Max(1, (smooth.Length + MostPoints - 1) / MostPoints);
        return new(
            Rounded.Of(detector.Threshold), detector.Width, each,
            [.. smooth.Chunk(each).Select(scores => Rounded.Of(scores.Max()))],
            Ranges([.. data.Test.Labels.Chunk(each).Select(labels => labels.Contains(true))]));

        float[] Scores(AnomalyPart part) => AnomalyData.Scores(part, predict(part.Windows));
    }

    private static ImmutableArray<PointRange> Ranges(ReadOnlySpan<bool> labels)
    {
        var ranges = ImmutableArray.CreateBuilder<PointRange>();
        for (var start = 0; start < labels.Length; start++)
        {
            if (!labels[start])
                continue;
            var length = labels[start..].IndexOf(false);
            var end = length < 0 ? labels.Length : start + length;
            ranges.Add(new(start, end));
            start = end;
        }

        return ranges.ToImmutable();
    }
}
