using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>
/// The examples of an array: the first axis counts them, the second their samples, and what remains are channels; an
/// image of rows x columns is a series of its rows. Classes are in an array of their own.
/// </summary>
internal static class ArrayRecordings
{
    /// <summary>Each example and each channel takes memory of its own, however small it is.</summary>
    private const int MostExamples = 1 << 20;

    private const int MostChannels = 1 << 14;

    public static RecordingSet? Read(RecordingOptions options, string file, string? labels, DiagnosticBag bag)
    {
        var array = ReadArray(options, file, bag);
        var names = labels is null ? null : ReadArray(options, labels, bag);
        if (array is null || (labels is not null && names is null) || !Fits(array, names, bag))
            return null;
        var channels = Examples.Channels(array.Shape.Skip(2).Aggregate(1, (count, length) => count * length));
        return RecordingSet.Of(file, channels, Enumerable.Range(0, array.Shape[0])
            .Select(example => Example(options, array, names, channels, example)));
    }

    private static NumericArray? ReadArray(RecordingOptions options, string file, DiagnosticBag bag) =>
        file.EndsWith(".npy", StringComparison.OrdinalIgnoreCase)
            ? NpyReader.Read(options.Directory, file, bag)
            : IdxReader.Read(options.Directory, file, bag);

    private static Recording Example(
        RecordingOptions options, NumericArray array, NumericArray? names, ImmutableArray<string> channels, int example)
    {
        var size = array.Values.Length / array.Shape[0];
        var samples = array.Values.AsSpan(example * size, size).ToArray();
        for (var i = 0; i < size; i++)
            samples[i] = double.IsFinite(samples[i]) ? samples[i] : double.NaN;
        var name = names is null ? null : Text.Of($"{(long)names.Values[example]}");
        return Examples.Of(options, Text.Of($"{array.File}[{example}]"), channels, samples, name);
    }

    private static bool Fits(NumericArray array, NumericArray? names, DiagnosticBag bag)
    {
        if (array.Shape.Length < 2 || array.Values.Length == 0)
        {
            Report(array, "examples x samples, or examples x samples x channels", bag);
            return false;
        }

        if (array.Shape[0] > MostExamples || array.Shape.Skip(2).Aggregate(1, (n, length) => n * length) > MostChannels)
        {
            bag.Error("DATA024", array.File, $"the array is of the shape {array.ShapeText}",
                Text.Of($"at most {MostExamples} examples, of at most {MostChannels} channels"),
                "use a part of the data");
            return false;
        }

        if (names is not null && names.Values.Length != array.Shape[0])
        {
            Report(names, Text.Of($"{array.Shape[0]} classes, one for each example of '{array.File}'"), bag);
            return false;
        }

        var odd = Array.FindIndex(names?.Values ?? [], value => !IsClass(value));
        if (odd < 0)
            return true;
        bag.Error("DATA026", Text.Of($"{names!.File}[{odd}]"), Text.Of($"the class is {names.Values[odd]}"),
            "a whole number", "number the classes");
        return false;
    }

    private static bool IsClass(double value) => Math.Abs(value) < 1e9 && value.Equals(Math.Floor(value));

    private static void Report(NumericArray array, string expected, DiagnosticBag bag) =>
        bag.Error("DATA026", array.File, $"the array is of the shape {array.ShapeText}", expected,
            "reshape the array, or name another");
}
