using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>From labeled recordings to scaled windows with classes, or to everything that is wrong with them.</summary>
public static class ClassificationDataReader
{
    /// <summary>
    /// Reads the recordings, divides them (never one over two parts) class by class into training, validation and test,
    /// fits the scaler on the training part and cuts the windows. A test part of its own is kept as it is.
    /// </summary>
    public static Checked<ClassificationData> Read(ClassificationOptions options)
    {
        var bag = new DiagnosticBag();
        ClassificationChecks.ReportOptions(options, bag);
        var train = RecordingReader.Read(options.Reading, options.Train, options.TrainLabels, bag);
        var test = options.Test is { } path
            ? RecordingReader.Read(options.Reading, path, options.TestLabels, bag)
            : null;
        if (train is null || bag.HasErrors)
            return Checked.Failure<ClassificationData>(bag.ToList());
        var data = Build(options, train, test, bag);
        return data is null || bag.HasErrors
            ? Checked.Failure<ClassificationData>(bag.ToList())
            : Checked.Success(data, bag.ToList());
    }

    private static ClassificationData? Build(
        ClassificationOptions options, RecordingSet train, RecordingSet? test, DiagnosticBag bag)
    {
        var length = train.Recordings[0].Series.Rows;
        ClassificationChecks.ReportClassCount(train, bag);
        ClassificationChecks.ReportLengths(options, length, train.Path, bag);
        ClassificationChecks.ReportClasses(train.Recordings.Concat(test?.Recordings ?? []), train.Classes, bag);
        if (test is not null)
            ClassificationChecks.ReportChannels(train, test, bag);
        if (bag.HasErrors)
            return null;
        var split = Divide(options, train, test, bag);
        var scaler = Scaler(options, train, split);
        var windows = new ClassificationWindows(
            options, train.Channels, options.Window ?? length / options.Average, train.Classes, scaler, bag);
        var data = new ClassificationData(train.Classes, train.Channels, options.Patch,
            windows.Build(split.Train), windows.Build(split.Validation), windows.Build(split.Test), scaler);
        if (bag.HasErrors)
            return null;
        ClassificationChecks.ReportPart("validation", data.Validation.Count, options.Split.Validation, bag);
        ClassificationChecks.ReportPart("test", data.Test.Count, test is null ? options.Split.Test : 1, bag);
        return data;
    }

    private static StratifiedSplit Divide(
        ClassificationOptions options, RecordingSet train, RecordingSet? test, DiagnosticBag bag)
    {
        Recording Average(Recording recording) => recording with
        { Series = Averaging.Apply(recording.Series, options.Average) };
        var split = StratifiedSplit.Divide(
            [.. train.Recordings.Select(Average)], options.Split, test is not null, options.Seed);
        ClassificationChecks.ReportSmallClasses(train, split, bag);
        return test is null
            ? split
            : split with { Test = [.. test.Recordings.Select(r => Renamed(Average(r), train))] };
    }

    /// <summary>Channels are matched by place: two files may call them differently.</summary>
    private static Recording Renamed(Recording recording, RecordingSet train) =>
        recording with { Series = recording.Series with { Columns = train.Channels } };

    private static StandardScaler Scaler(ClassificationOptions options, RecordingSet train, StratifiedSplit split) =>
        options.Standardize
            ? StandardScaler.Fit(train.Channels.Select((_, place) => RecordingValues.Measured(split.Train, place)))
            : StandardScaler.Identity(train.Channels.Length);
}
