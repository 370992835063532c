using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>
/// Scores of found anomalies, by different notions of found. All take a flag a point for what was called anomalous and
/// for what is, and the recordings' bounds, over which no range runs; no bounds mean one recording.
/// </summary>
public static class DetectionMetrics
{
    /// <summary>Every point counts for itself: precision TP / (TP + FP), recall TP / (TP + FN).</summary>
    public static DetectionScore PointWise(ReadOnlySpan<bool> alarms, ReadOnlySpan<bool> anomalies)
    {
        var (hits, called, actual) = (0, 0, 0);
        CheckLengths(alarms, anomalies);
        for (var i = 0; i < alarms.Length; i++)
        {
            hits += alarms[i] && anomalies[i] ? 1 : 0;
            called += alarms[i] ? 1 : 0;
            actual += anomalies[i] ? 1 : 0;
        }

        return DetectionScore.Of(hits, called, hits, actual);
    }

    /// <summary>
    /// Point-adjusted (Xu et al., Unsupervised anomaly detection via variational auto-encoder, 2018): one alarm inside
    /// a range of anomalies makes all its points found, then points count. It flatters: long ranges are hit by chance,
    /// and a random score can be above the best detectors (Kim et al., Towards a rigorous evaluation of time-series
    /// anomaly detection, 2022). Only for comparison with published numbers.
    /// </summary>
    public static DetectionScore PointAdjusted(
        ReadOnlySpan<bool> alarms, ReadOnlySpan<bool> anomalies, ImmutableArray<RowRange> bounds = default)
    {
        CheckLengths(alarms, anomalies);
        var adjusted = alarms.ToArray();
        foreach (var range in DetectionRanges.Of(anomalies, bounds))
        {
            if (alarms[range.Start..range.End].Contains(true))
                adjusted.AsSpan(range.Start, range.Count).Fill(true);
        }

        return PointWise(adjusted, anomalies);
    }

    /// <summary>
    /// Event-wise (Hundman et al., Detecting spacecraft anomalies using LSTMs, 2018): a range of anomalies is found
    /// when an alarm is inside it, however short; a range of alarms that touches no anomaly is one false alarm.
    /// </summary>
    public static DetectionScore EventWise(
        ReadOnlySpan<bool> alarms, ReadOnlySpan<bool> anomalies, ImmutableArray<RowRange> bounds = default)
    {
        CheckLengths(alarms, anomalies);
        var (found, wrong) = (0, 0);
        var events = DetectionRanges.Of(anomalies, bounds);
        foreach (var range in events)
            found += alarms[range.Start..range.End].Contains(true) ? 1 : 0;
        foreach (var range in DetectionRanges.Of(alarms, bounds))
            wrong += anomalies[range.Start..range.End].Contains(true) ? 0 : 1;
        return DetectionScore.Of(found, found + wrong, found, events.Count);
    }

    /// <summary>
    /// Range-based (Tatbul et al., Precision and recall for time series, 2018) with flat bias: the recall of a range is
    /// existence x [any alarm in it] + (1 - existence) x cardinality x share of it that is covered, where the
    /// cardinality is 1 / the number of alarm ranges that overlap it; precision likewise of ranges of alarms, with
    /// existence 0. Each is the mean over its ranges.
    /// </summary>
    public static DetectionScore RangeBased(ReadOnlySpan<bool> alarms, ReadOnlySpan<bool> anomalies,
        ImmutableArray<RowRange> bounds = default, double existence = 0)
    {
        CheckLengths(alarms, anomalies);
        var called = DetectionRanges.Of(alarms, bounds);
        var actual = DetectionRanges.Of(anomalies, bounds);
        return DetectionScore.Of(
            DetectionRanges.Covered(called, actual, 0), called.Count,
            DetectionRanges.Covered(actual, called, existence), actual.Count);
    }

    private static void CheckLengths(ReadOnlySpan<bool> alarms, ReadOnlySpan<bool> anomalies)
    {
        if (alarms.Length != anomalies.Length)
            throw new CompilerBugException("metrics", $"{alarms.Length} alarms, {anomalies.Length} labels");
    }
}
