using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Data;
using Bitloom.Diagnostics;

namespace Bitloom.Projects;

/// <summary>A project that predicts the next row of a CSV file.</summary>
internal static class ForecastDraft
{
    public static Checked<ProjectDraft> Make(DraftRequest request)
    {
        var profile = TableInspector.Inspect(request.Data, request.Data);
        if (!profile.Ok)
            return Checked.Failure<ProjectDraft>(profile.Diagnostics);
        var plan = ForecastPlanner.Plan(profile.Value, request.Features, request.Targets);
        if (!plan.Ok)
            return Checked.Failure<ProjectDraft>(plan.Diagnostics);
        var read = ProjectDrafter.FirstThatReads(
            request.Folder, [DraftText.Of(request, "forecasting", TableText.Origin(profile.Value), Data(request, profile.Value, plan.Value))]);
        return read.Ok
            ? Checked.Success(
                new ProjectDraft(request.Folder, read.Value, profile.Value, Used(plan.Value), plan.Value.Notes), read.Diagnostics)
            : Checked.Failure<ProjectDraft>(read.Diagnostics);
    }

    private static string Data(DraftRequest request, TableProfile profile, ForecastPlan plan) =>
        string.Create(CultureInfo.InvariantCulture, $"""
              file: {DraftText.Name(request.RelativeData)}
            {TableText.Time(profile, plan)}{TableText.Features(profile, plan.Features, Used(plan).Keys)}  # What it predicts.
            {DraftText.List("targets", plan.Targets)}{TableText.Reading(profile, plan.MissingPolicy)}  # The model sees so many rows, and predicts the row `horizon` after the last of them.
              window: {plan.Window}
              horizon: 1
              # steps: 3       # predict so many rows at once
            """);

    private static ImmutableDictionary<string, string> Used(ForecastPlan plan) => ImmutableDictionary<string, string>.Empty
        .SetItems(plan.Time.Select(name => KeyValuePair.Create(name, "time")))
        .SetItems(plan.Targets.Select(name => KeyValuePair.Create(name, "target")))
        .SetItems(plan.Features.Select(name => KeyValuePair.Create(
            name, plan.Targets.Contains(name, StringComparer.Ordinal) ? "feature, target" : "feature")));
}
