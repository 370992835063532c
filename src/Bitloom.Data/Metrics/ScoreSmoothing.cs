using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>
/// Smooths anomaly scores over time, from the past alone, and anew in each recording; no bounds mean one recording.
/// </summary>
public static class ScoreSmoothing
{
    /// <summary>Exponential: s(t) = weight x(t) + (1 - weight) s(t - 1), s(0) = x(0); the weight is over 0 and at most
    /// 1, which smooths nothing (Brown, Exponential smoothing for predicting demand, 1956).</summary>
    public static float[] Exponential(
        ReadOnlySpan<float> scores, double weight, ImmutableArray<RowRange> bounds = default)
    {
        var smooth = new float[scores.Length];
        foreach (var bound in Bounds(scores.Length, bounds))
        {
            var state = bound.Count > 0 ? (double)scores[bound.Start] : 0;
            for (var i = bound.Start; i < bound.End; i++)
            {
                state = weight * scores[i] + (1 - weight) * state;
                smooth[i] = (float)state;
            }
        }

        return smooth;
    }

    /// <summary>Moving average: the mean of the last <paramref name="width"/> scores, or of those there are
    /// yet.</summary>
    public static float[] MovingAverage(
        ReadOnlySpan<float> scores, int width, ImmutableArray<RowRange> bounds = default)
    {
        var smooth = new float[scores.Length];
        foreach (var bound in Bounds(scores.Length, bounds))
        {
            for (var i = bound.Start; i < bound.End; i++)
            {
                var first = Math.Max(bound.Start, i - width + 1);
                var sum = 0.0;
                foreach (var score in scores[first..(i + 1)])
                    sum += score;
                smooth[i] = (float)(sum / (i + 1 - first));
            }
        }

        return smooth;
    }

    private static ImmutableArray<RowRange> Bounds(int count, ImmutableArray<RowRange> bounds) =>
        bounds.IsDefault ? [new RowRange(0, count)] : bounds;
}
