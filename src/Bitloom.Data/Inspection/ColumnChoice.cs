using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>The columns that a model reads and predicts.</summary>
internal sealed record ColumnChoice(
    ImmutableArray<string> Features, ImmutableArray<string> Targets, ImmutableArray<string> Notes, bool Free)
{
    private const int MostFeatures = 32;

    private static readonly string[] TargetNames = ["target", "y", "output", "value", "ot"];

    /// <summary>Those that the user named, and for the rest those that make sense.</summary>
    public static ColumnChoice Of(
        TableProfile profile, ImmutableArray<string> features, ImmutableArray<string> targets, DiagnosticBag bag)
    {
        Check(profile, features, "--features", bag);
        Check(profile, targets, "--target", bag);
        ColumnProfile[] varying = [.. profile.Columns.Where(column => column.Kind == ColumnKind.Numbers)];
        if (varying.Length == 0 && features.IsEmpty && !bag.HasErrors)
        {
            bag.Error("DATA047", profile.File, "no column holds numbers that vary",
                "at least one column of measured numbers",
                "name a file that has one; numbers have no units, and nothing between thousands");
        }

        var trained = ChronologicalSplit.Divide(SplitFractions.Default, profile.Rows, null).Train.Count;
        var labels = varying.Where(column => column.IsLabel).ToArray();
        var still = varying.Except(labels).Where(column => !column.VariesIn(trained)).ToArray();
        ColumnProfile[] moving = [.. varying.Except(labels).Except(still)];
        var whole = moving.Where(column => !column.IsSparse(profile.Rows)).ToArray();
        var chosen = whole.Length > 0 ? whole : moving.Length > 0 ? moving : varying;
        ImmutableArray<string> read = features.IsEmpty
            ? [.. chosen.Select(column => column.Name).Take(MostFeatures)]
            : features;
        ImmutableArray<string> predicted = !targets.IsEmpty || read.IsEmpty || bag.HasErrors
            ? targets
            : [DefaultTarget(profile, read)];
        return new ColumnChoice(read, predicted,
        [
            .. features.IsEmpty ? NotesOf(chosen, labels, still) : [],
            .. targets.IsEmpty && predicted.Length > 0
                ? (string[])[$"predicts '{predicted[0]}'; --target chooses another"]
                : [],
        ], features.IsEmpty);
    }

    /// <summary>
    /// The choice, then the same without the column that misses most, and so on, where the user left it open.
    /// </summary>
    public IEnumerable<ColumnChoice> WithFewerGaps(TableProfile profile)
    {
        var choice = this;
        yield return choice;
        while (choice.Free && choice.Features.Length > 1 && choice.Missing(profile, Targets) is { } worst)
        {
            choice = choice with
            {
                Features = choice.Features.Remove(worst.Name),
                Notes = choice.Notes.Add(Text.Of(
                    $"'{worst.Name}' is not read: the {worst.Missing} values that it misses leave too few rows in a row")),
            };
            yield return choice;
        }
    }

    /// <summary>The column that misses most; null when none misses any.</summary>
    public ColumnProfile? Missing(TableProfile profile, params IReadOnlyList<string> except) => Features
        .Where(name => !except.Contains(name)).Select(name => profile.Find(name)!)
        .Where(column => column.Missing > 0).MaxBy(column => column.Missing);

    private static IEnumerable<string> NotesOf(ColumnProfile[] chosen, ColumnProfile[] labels, ColumnProfile[] still)
    {
        if (chosen.Length > MostFeatures)
            yield return Text.Of(
                $"the first {MostFeatures} of {chosen.Length} columns of numbers are read; --features chooses others");
        foreach (var column in labels.Except(chosen).Select(column => column.Name))
            yield return $"'{column}' looks like labels, and is not read; "
                + $"--task anomalyDetection --target {column} learns to find them";
        foreach (var column in still.Except(chosen).Select(column => column.Name))
            yield return $"'{column}' is not read, as it does not vary in the first 70 % of the rows, "
                + "which are learned from";
    }

    private static string DefaultTarget(TableProfile profile, ImmutableArray<string> features) =>
        features.FirstOrDefault(name => TargetNames.Contains(name, StringComparer.OrdinalIgnoreCase))
        ?? features.LastOrDefault(name => !profile.Find(name)!.IsBinary) ?? features[^1];

    private static void Check(TableProfile profile, ImmutableArray<string> names, string option, DiagnosticBag bag)
    {
        foreach (var name in names)
        {
            var column = profile.Find(name);
            if (column is null)
                ReportUnknown(profile, name, option, bag);
            else if (column.Values.Length == 0)
                bag.Error("DATA046", option, $"the column '{name}' holds {ColumnText.Of(column.Kind)}",
                    "a column of numbers",
                    $"one of {Text.List([.. profile.Columns.Where(c => c.Values.Length > 0).Select(c => c.Name)])}");
        }
    }

    private static void ReportUnknown(TableProfile profile, string name, string option, DiagnosticBag bag)
    {
        string[] known = [.. profile.Columns.Select(column => column.Name).Where(column => column.Length > 0)];
        bag.Error("DATA045", option, $"there is no column '{name}' in '{profile.File}'",
            $"one of the columns {Text.List(known)}",
            Nearest.To(name, known) is { } near
                ? $"did you mean '{near}'?"
                : "use the name of a column as it is in the file's header");
    }
}
