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
        var data = Data(request, profile.Value, plan.Value);
        var read = ProjectDrafter.FirstThatReads(
            request.Folder, [DraftText.Of(request, "forecasting", TableText.Origin(profile.Value), data)]);
        return ProjectDraft.Of(request, read, profile.Value, Used(plan.Value), plan.Value.Notes);
    }

    private static string Data(DraftRequest request, TableProfile profile, ForecastPlan plan)
    {
        var features = TableText.Features(profile, plan.Features, Used(plan).Keys);
        var reading = TableText.Reading(profile, plan.MissingPolicy);
        return string.Create(CultureInfo.InvariantCulture, $"""
              file: {DraftText.Name(request.RelativeData)}
            {TableText.Time(profile, plan)}{features}  # What it predicts.
            {DraftText.List("targets", plan.Targets)}{reading}  # The model sees so many rows.
              window: {plan.Window}
              # It predicts the row that comes so many after the last of them.
              horizon: 1
              # steps: 3       # predict so many rows at once
            """);
    }

    private static ImmutableDictionary<string, string> Used(ForecastPlan plan) =>
        ImmutableDictionary<string, string>.Empty
        .SetItems(plan.Time.Select(name => KeyValuePair.Create(name, "time")))
        .SetItems(plan.Targets.Select(name => KeyValuePair.Create(name, "target")))
        .SetItems(plan.Features.Select(name => KeyValuePair.Create(
            name, plan.Targets.Contains(name, StringComparer.Ordinal) ? "feature, target" : "feature")));
}
