using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>Chooses, from the scores of the validation part alone, over which score a point is called
/// anomalous.</summary>
public static class AnomalyThreshold
{
    /// <summary>
    /// The quantile of normal scores, 0 to 1, on the straight line between the order statistics around it (definition 7
    /// of Hyndman and Fan, Sample quantiles in statistical packages, 1996); 1 - quantile is the rate of false alarms
    /// aimed at.
    /// </summary>
    public static float Quantile(ReadOnlySpan<float> scores, double quantile)
    {
        if (scores.Length == 0 || !(quantile >= 0 && quantile <= 1))
            throw new CompilerBugException("threshold", $"the quantile {quantile} of {scores.Length} scores");
        var sorted = scores.ToArray();
        Array.Sort(sorted);
        var place = quantile * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return (float)(sorted[below] + (place - below) * (sorted[above] - (double)sorted[below]));
    }

    /// <summary>
    /// The threshold of the best point-wise F1 on labeled scores: the largest score that is not called anomalous, the
    /// higher one among equals; negative infinity calls everything anomalous.
    /// </summary>
    public static float BestF1(ReadOnlySpan<float> scores, ReadOnlySpan<bool> anomalies)
    {
        if (scores.Length == 0 || scores.Length != anomalies.Length)
            throw new CompilerBugException("threshold", $"{scores.Length} scores, {anomalies.Length} labels");
        var keys = scores.ToArray();
        var labels = anomalies.ToArray();
        Array.Sort(keys, labels);
        var actual = labels.Count(label => label);
        var (best, threshold, hits) = (0.0, keys[^1], 0);
        for (var first = keys.Length - 1; first >= 0; first--)
        {
            hits += labels[first] ? 1 : 0;
            var below = first == 0 ? float.NegativeInfinity : keys[first - 1];
            var f1 = 2.0 * hits / (keys.Length - first + actual);
            if (!below.Equals(keys[first]) && f1 > best)
                (best, threshold) = (f1, below);
        }

        return threshold;
    }

    /// <summary>The points whose score is over the threshold.</summary>
    public static bool[] Apply(ReadOnlySpan<float> scores, float threshold)
    {
        var alarms = new bool[scores.Length];
        for (var i = 0; i < alarms.Length; i++)
            alarms[i] = scores[i] > threshold;
        return alarms;
    }
}
