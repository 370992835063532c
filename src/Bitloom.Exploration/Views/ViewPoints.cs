using System.Collections.Immutable;
using System.Globalization;

namespace Bitloom.Exploration;

/// <summary>The points of a study's trials as they are shown.</summary>
internal static class ViewPoints
{
    public static ImmutableArray<ViewPoint> Of(
        StudyDefinition study, ImmutableArray<Trial> trials, ImmutableArray<ViewTensor> tensors)
    {
        var front = ParetoFront.Of(trials, study.Objectives)
            .Select(point => (point.Trial.Number, point.Index)).ToHashSet();
        return
        [
            .. trials.SelectMany(trial => Of(trial, tensors))
                .Select(point => point with { Front = front.Contains((point.Trial, point.Index)) }),
        ];
    }

    private static IEnumerable<ViewPoint> Of(Trial trial, ImmutableArray<ViewTensor> tensors) =>
        (trial.Result?.Points ?? []).Select((point, index) => new ViewPoint(
            string.Create(CultureInfo.InvariantCulture, $"{trial.Number}.{index}"), trial.Number, index,
            trial.Settings.SetItems(point.Settings), point.Measures,
            [.. tensors.Select(tensor => point.Bits.TryGetValue(tensor.Name, out var bits) ? bits : (int?)null)],
            point.Excess, Front: false, CheckOf(point.Verification), LinkOf(point.Verification?.Report)));

    // Without windows nothing was compared.
    private static PointCheck CheckOf(PointVerification? verification) => verification switch
    {
        null or { Windows: 0, Differences: 0 } => PointCheck.None,
        { Differences: 0 } => PointCheck.Verified,
        _ => PointCheck.Differs,
    };

    // It becomes a link: nothing but a path below the study's folder may.
    private static string? LinkOf(string? report)
    {
        var path = report?.Replace('\\', '/');
        return path is null || path.Contains(':', StringComparison.Ordinal)
            || path.Split('/').Any(part => part is "" or "." or "..")
            ? null : path;
    }
}
