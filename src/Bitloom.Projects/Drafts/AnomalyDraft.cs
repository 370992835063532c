using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Data;
using Bitloom.Diagnostics;

namespace Bitloom.Projects;

/// <summary>A project that finds anomalies in a CSV file, with the column of its labels where it has one.</summary>
internal static class AnomalyDraft
{
    public static Checked<ProjectDraft> Make(DraftRequest request)
    {
        if (Directory.Exists(request.Data))
            return OfFolder(request);
        var profile = TableInspector.Inspect(request.Data, request.Data);
        if (!profile.Ok)
            return Checked.Failure<ProjectDraft>(profile.Diagnostics);
        var label = request.Targets.FirstOrDefault()
            ?? profile.Value.Columns.FirstOrDefault(column => column.IsLabel)?.Name;
        var plan = ForecastPlanner.Plan(WithoutLabel(profile.Value, label), request.Features, []);
        if (!plan.Ok)
            return Checked.Failure<ProjectDraft>(plan.Diagnostics);
        var data = Data(request, profile.Value, plan.Value, label);
        var read = ProjectDrafter.FirstThatReads(
            request.Folder, [DraftText.Of(request, "anomalyDetection", TableText.Origin(profile.Value), data)]);
        return ProjectDraft.Of(request, read, profile.Value, Used(plan.Value, label), LabelNote(label));
    }

    // Of several recordings, the reader itself takes the columns of numbers.
    private static Checked<ProjectDraft> OfFolder(DraftRequest request)
    {
        var features = request.Features.IsEmpty ? "" : DraftText.List("features", request.Features);
        var data = $"""
              # Recordings of what is normal; their last rows are what the model is judged by.
              train: {DraftText.Name(request.RelativeData)}
            {features}{Label(request.Targets.FirstOrDefault())}  window: 12
            """;
        var read = ProjectDrafter.FirstThatReads(
            request.Folder, [DraftText.Of(request, "anomalyDetection", $"the folder {request.Data}", data)]);
        return ProjectDraft.Of(request, read);
    }

    private static TableProfile WithoutLabel(TableProfile profile, string? label) =>
        profile with { Columns = profile.Columns.RemoveAll(column => column.Name == label) };

    private static string LabelNote(string? label) => label is null
        ? "no column of labels was found: scores are judged by none; --target names one"
        : $"'{label}' is taken for the labels: 1 in anomalous rows; --target chooses another";

    private static string Data(DraftRequest request, TableProfile profile, ForecastPlan plan, string? label)
    {
        var features = TableText.Features(profile, plan.Features, Used(plan, label).Keys);
        var reading = TableText.Reading(profile, plan.MissingPolicy);
        return string.Create(CultureInfo.InvariantCulture, $"""
              # The first rows are learned from, the next ones choose the threshold, the last ones judge.
              train: {DraftText.Name(request.RelativeData)}
            {TableText.Time(profile, plan)}{features}{Label(label)}{reading}  window: {plan.Window}
              # method: reconstruction    # in place of forecast
            """);
    }

    private static string Label(string? label) => label is null
        ? "  # anomalyColumn: NAME    # the column that is 1 in anomalous rows\n"
        : $"  # 1 in anomalous rows.\n  anomalyColumn: {DraftText.Name(label)}\n";

    private static ImmutableDictionary<string, string> Used(ForecastPlan plan, string? label)
    {
        var used = ImmutableDictionary<string, string>.Empty
            .SetItems(plan.Time.Select(name => KeyValuePair.Create(name, "time")))
            .SetItems(plan.Features.Select(name => KeyValuePair.Create(name, "feature")));
        return label is null ? used : used.SetItem(label, "labels");
    }
}
