using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>Chooses columns, window and treatment of gaps so that every part of the file has windows.</summary>
public static class ForecastPlanner
{
    private static readonly int[] Windows = [12, 8, 6, 4, 3, 2];

    // Above this, columns with gaps are given up; below, the window is shortened first.
    private const int ShortWindow = 6;

    // A first row to predict, and one more, as a row that was filled in is never predicted.
    private const int Margin = 2;

    /// <summary>The plan, or why there is none.</summary>
    /// <param name="features">The columns that the user named; none to choose them.</param>
    /// <param name="targets">The columns to predict that the user named; none to choose one.</param>
    public static Checked<ForecastPlan> Plan(
        TableProfile profile, ImmutableArray<string> features, ImmutableArray<string> targets)
    {
        var bag = new DiagnosticBag();
        var columns = ColumnChoice.Of(profile, features, targets, bag);
        if (bag.HasErrors)
            return Checked.Failure<ForecastPlan>(bag.ToList());
        var plan = Candidates(profile, columns).SelectMany(candidate => Fitted(profile, candidate)).FirstOrDefault();
        return plan is null
            ? Checked.Failure<ForecastPlan>(TooShort(profile, columns))
            : Checked.Success(plan);
    }

    // From what is wanted to what is left when times, and then columns with many missing values, are given up.
    private static IEnumerable<(ForecastPlan Plan, int Least)> Candidates(TableProfile profile, ColumnChoice columns)
    {
        ForecastPlan[] plans =
        [
            .. columns.WithFewerGaps(profile).SelectMany(choice => (ForecastPlan[])
            [
                .. profile.Time is { } time ? (ForecastPlan[])[With(choice, time.Columns, [])] : [],
                With(choice, [], profile.Time is null ? [] : [Irregular(profile.Time)]),
            ]),
        ];
        return ((int[])[ShortWindow, Windows[^1]]).SelectMany(least => plans.Select(plan => (plan, least)));

        static ForecastPlan With(ColumnChoice choice, ImmutableArray<string> time, ImmutableArray<string> notes) =>
            new(time, choice.Features, choice.Targets, 0, MissingPolicy.Gap, [.. choice.Notes, .. notes]);
    }

    private static IEnumerable<ForecastPlan> Fitted(TableProfile profile, (ForecastPlan Plan, int Least) candidate) =>
        from window in Windows
        where window >= candidate.Least
        from policy in (MissingPolicy[])[MissingPolicy.Gap, MissingPolicy.Interpolate]
        let plan = candidate.Plan with { Window = window, MissingPolicy = policy }
        where Unbroken(profile, plan) >= window + Margin
        select plan;

    // Of the part that is worst off.
    private static int Unbroken(TableProfile profile, ForecastPlan plan)
    {
        ImmutableArray<string> names = [.. plan.Features.Concat(plan.Targets).Distinct(StringComparer.Ordinal)];
        var columns = names.Select(name => profile.Find(name)!.Values).ToArray();
        var values = new double[profile.Rows * columns.Length];
        for (var cell = 0; cell < values.Length; cell++)
            values[cell] = columns[cell % columns.Length][cell / columns.Length];
        var series = SeriesReader.Build(
            profile.File, names, values, plan.Time.IsEmpty ? null : profile.Time!.Values, new(plan.MissingPolicy, 3));
        var parts = ChronologicalSplit.Divide(SplitFractions.Default, profile.Rows, null);
        return ((RowRange[])[parts.Train, parts.Validation, parts.Test])
            .Min(part => DataChecks.LongestUnbroken(series, part));
    }

    private static string Irregular(TimeProfile time) =>
        $"{Text.Count(time.Gaps, "step")} of '{string.Join(' ', time.Columns)}' differ from the usual one: "
        + "rows are taken as evenly spaced";

    private static Diagnostic TooShort(TableProfile profile, ColumnChoice columns) => Diagnostic.Error(
        "DATA048", profile.File,
        Text.Of($"{Text.Count(profile.Rows, "row")} are too few, or too broken by missing values, to learn from"),
        Text.Of($"at least {Windows[^1] + Margin} rows in a row in training (70 %), validation and test (15 % each)"),
        columns.Missing(profile) is { } worst
            ? "give more data, or choose --features without "
                + $"'{worst.Name}', which misses {Text.Count(worst.Missing, "value")}"
            : "give more data: some hundred rows at least");
}
