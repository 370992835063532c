using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>From recordings to scaled windows with point labels, or to everything that is wrong with them.</summary>
public static class AnomalyDataReader
{
    /// <summary>
    /// Reads the recordings, divides them into training, validation and test, leaves out of the training part what is
    /// labeled anomalous, fits the scaler on the rest and cuts the windows, none across two recordings.
    /// </summary>
    public static Checked<AnomalyData> Read(AnomalyOptions options)
    {
        var bag = new DiagnosticBag();
        ReportSplit(options.Split, bag);
        ReportScaling(options, bag);
        var train = ReadAll(options.Reading, options.Train, bag);
        var columns = train.IsEmpty ? [] : train[0].Series.Columns;
        var others = columns.IsEmpty ? options.Reading : options.Reading with { Features = columns };
        var validation = ReadAll(others, options.Validation, bag);
        var test = ReadAll(others, options.Test, bag);
        if (train.IsEmpty || bag.HasErrors)
            return Checked.Failure<AnomalyData>(bag.ToList());
        var data = Build(options, columns, AnomalySplit.Divide(options.Split, train, validation, test), bag);
        return bag.HasErrors ? Checked.Failure<AnomalyData>(bag.ToList()) : Checked.Success(data, bag.ToList());
    }

    private static void ReportSplit(SplitFractions split, DiagnosticBag bag)
    {
        if (split.Train > 0 && split.Validation >= 0 && split.Test >= 0)
            return;
        bag.Error("DATA035", "data.split", Text.Of($"the shares are {split.Train}, {split.Validation}, {split.Test}"),
            "a positive share to train with, no negative ones", "choose other shares");
    }

    private static void ReportScaling(AnomalyOptions options, DiagnosticBag bag)
    {
        if (options.Scaling != AnomalyScaling.EachRecording || (options.Validation.IsEmpty && options.Test.IsEmpty))
            return;
        bag.Error("DATA042", "data.scaling", "recordings of the test or validation part have no training rows to be scaled by",
            "scaling by each recording where each has a share of training rows",
            "remove data.test and data.validation, or set data.scaling to training");
    }

    private static ImmutableArray<Recording> ReadAll(
        RecordingOptions options, ImmutableArray<string> paths, DiagnosticBag bag)
    {
        var all = ImmutableArray.CreateBuilder<Recording>();
        foreach (var path in paths)
        {
            if (RecordingReader.Read(options, path, null, bag) is not { } set)
                continue;
            all.AddRange(set.Recordings);
            if (options.Features.IsEmpty)
                options = options with { Features = set.Channels };
        }

        return all.ToImmutable();
    }

    private static AnomalyData Build(
        AnomalyOptions options, ImmutableArray<string> columns, AnomalySplit split, DiagnosticBag bag)
    {
        ReportLabels(split.Test, bag);
        var scalers = AnomalyScalers.Fit(options.Scaling, split.Train, columns.Length);
        var builder = new AnomalyWindowBuilder(options, columns, scalers);
        var data = new AnomalyData(columns, builder.Build(split.Train), builder.Build(split.Validation),
            builder.Build(split.Test), options.Method, scalers)
        {
            Decision = options.Decision,
        };
        ReportPart("training", data.Train, options.Window, bag);
        ReportPart("validation", data.Validation, options.Window, bag);
        ReportPart("test", data.Test, options.Window, bag);
        ReportNoAnomaly(data.Test, bag);
        return data;
    }

    private static void ReportLabels(IReadOnlyList<RecordingPart> test, DiagnosticBag bag)
    {
        foreach (var part in test.Where(part => part.Recording.Anomalies is null))
        {
            bag.Error("DATA040", part.Recording.Series.File, "nothing says which rows are anomalous",
                "labels for every recording of the test part", "set data.anomalyColumn or data.anomalyWindows");
        }
    }

    private static void ReportNoAnomaly(AnomalyPart test, DiagnosticBag bag)
    {
        if (test is not { Count: > 0, IsLabeled: true } || test.Labels.Contains(true))
            return;
        bag.Warning("DATA050", test.Sources[0].Series.File, "no row of the test part is labeled anomalous",
            "some anomalous rows to judge by", "name data.test with some, change data.split, or correct the labels");
    }

    private static void ReportPart(string name, AnomalyPart part, WindowSpec window, DiagnosticBag bag)
    {
        if (part.Count > 0)
            return;
        bag.Error("DATA037", "data.split", $"the {name} part is empty",
            Text.Of($"at least one window in it, of {window.Span} unbroken rows"),
            "give more data, another data.split, or a smaller data.window; or set data.breakAtGaps to false");
    }
}
