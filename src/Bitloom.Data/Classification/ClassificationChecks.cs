using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>What recordings must have, besides being readable, to be learnt from.</summary>
internal static class ClassificationChecks
{
    private const int MostClasses = 1024;

    /// <summary>Options that contradict themselves, before any file is read.</summary>
    public static void ReportOptions(ClassificationOptions options, DiagnosticBag bag)
    {
        (string Key, int? Value)[] counts =
        [
            ("data.average", options.Average), ("data.patch", options.Patch),
            ("data.windowSamples", options.Window), ("data.stride", options.Stride),
        ];
        foreach (var (key, value) in counts.Where(count => count.Value < 1))
            bag.Error("DATA035", key, Text.Of($"{key} is {value}"), "a whole number of at least 1", "choose another");
        var split = options.Split;
        if (!(split.Train > 0 && split.Validation >= 0 && split.Test >= 0))
        {
            bag.Error("DATA035", "data.split",
                Text.Of($"the shares are {split.Train}, {split.Validation}, {split.Test}"),
                "a positive share to train with, no negative ones", "choose other shares");
        }
    }

    /// <summary>Lengths that averaging and patches do not divide.</summary>
    public static void ReportLengths(ClassificationOptions options, int length, string file, DiagnosticBag bag)
    {
        if (options.Window is null && length % options.Average != 0)
            ReportDivision("data.average", options.Average, length, file, bag);
        var samples = options.Window ?? length / options.Average;
        if (samples % options.Patch != 0)
            ReportDivision("data.patch", options.Patch, samples, file, bag);
    }

    /// <summary>Labels that are measurements, not classes.</summary>
    public static void ReportClassCount(RecordingSet set, DiagnosticBag bag)
    {
        if (set.Classes.Length > MostClasses)
        {
            bag.Error("DATA041", set.Path, Text.Of($"the recordings have {set.Classes.Length} classes"),
                Text.Of($"at most {MostClasses}"),
                "give classes as labels; numbers that are measured are for forecasting");
        }
    }

    /// <summary>Recordings without a class, and classes that only the test part has.</summary>
    public static void ReportClasses(
        IEnumerable<Recording> recordings, ImmutableArray<string> classes, DiagnosticBag bag)
    {
        var known = classes.ToHashSet(StringComparer.Ordinal);
        foreach (var recording in recordings.Where(r => r.Class is null || !known.Contains(r.Class)))
        {
            if (recording.Class is null)
            {
                bag.Error("DATA040", recording.Series.File, "the recording has no class",
                    "a class for every recording",
                    "put it into a folder named for its class, or name a file of labels");
            }
            else
            {
                bag.Error("DATA033", recording.Series.File,
                    $"the class '{Text.Shorten(recording.Class)}' does not occur in the training file",
                    $"one of the classes {Text.List(classes)}",
                    "correct the class, or give examples of it to learn from");
            }
        }
    }

    public static void ReportChannels(RecordingSet train, RecordingSet test, DiagnosticBag bag)
    {
        if (test.Channels.Length != train.Channels.Length)
        {
            bag.Error("DATA038", test.Path, $"the recordings have {Text.Count(test.Channels.Length, "channel")}",
                $"{Text.Count(train.Channels.Length, "channel")}, as those to train with have",
                "give the test part the channels of the training part");
        }
    }

    public static void ReportPart(string name, int windows, double share, DiagnosticBag bag)
    {
        if (windows == 0 && share > 0)
        {
            bag.Error("DATA037", "data.split", $"the {name} part is empty", "at least one window in it",
                "give more recordings, or another data.split");
        }
    }

    /// <summary>Tells of classes that only one part can have.</summary>
    public static void ReportSmallClasses(RecordingSet set, StratifiedSplit split, DiagnosticBag bag)
    {
        foreach (var name in set.Classes)
        {
            var count = set.Recordings.Count(r => r.Class == name);
            if (split.Validation.Count > 0 && count > 0 && !split.Validation.Any(r => r.Class == name))
            {
                bag.Warning("DATA034", set.Path, $"the class '{name}' has {Text.Count(count, "recording")}",
                    "enough recordings for every part", "give more recordings of the class, or do without it");
            }
        }
    }

    private static void ReportDivision(string key, int divisor, int length, string file, DiagnosticBag bag)
    {
        int[] divisors = [.. Enumerable.Range(1, Math.Min(length, 1 << 20)).Where(d => length % d == 0)];
        var nearest = divisors.MinBy(d => Math.Abs(d - (long)divisor));
        bag.Error("DATA035", key, Text.Of($"{key} is {divisor}, but '{file}' has {length} samples"),
            "a divisor of the number of samples", Text.Of($"choose {nearest}"));
    }
}
