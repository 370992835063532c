using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Tests.Data.Recordings;

namespace Bitloom.Tests.Data.Classification;

public sealed class ClassificationDataTests
{
    [Fact]
    public void Parts_HaveEveryClassInItsShare_AndNoRecordingTwice()
    {
        var data = Read(Lines(20), o => o with { Split = new(0.6, 0.2, 0.2) });

        data.Train.Labels.CountBy(l => l).ShouldBe([new(0, 12), new(1, 12)], ignoreOrder: true);
        data.Validation.Labels.CountBy(l => l).ShouldBe([new(0, 4), new(1, 4)], ignoreOrder: true);
        data.Test.Labels.CountBy(l => l).ShouldBe([new(0, 4), new(1, 4)], ignoreOrder: true);
        Files(data.Train).Concat(Files(data.Validation)).Concat(Files(data.Test)).ShouldBeUnique();
    }

    [Fact]
    public void Split_DependsOnTheSeedAlone()
    {
        var first = Files(Read(Lines(20)).Validation);

        Files(Read(Lines(20)).Validation).ShouldBe(first);
        Files(Read(Lines(20), o => o with { Seed = 2 }).Validation).ShouldNotBe(first);
        first.ShouldBe(["a.tsv:2", "a.tsv:8", "a.tsv:19", "a.tsv:35", "a.tsv:36", "a.tsv:37"]);
    }

    [Fact]
    public void OfficialTest_IsKeptAsItIs_AndTheRestIsDividedInTwo()
    {
        using var folder = new TemporaryFolder().With("a.tsv", Lines(10)).With("b.tsv", Lines(3));

        var data = Value(ClassificationDataReader.Read(
            Options(folder) with { Test = "b.tsv", Split = new(0.8, 0.2, 0) }));

        (data.Train.Count, data.Validation.Count).ShouldBe((16, 4));
        Files(data.Test).ShouldBe(["b.tsv:1", "b.tsv:2", "b.tsv:3", "b.tsv:4", "b.tsv:5", "b.tsv:6"]);
    }

    [Fact]
    public void Validation_MayBeEmpty_WhenItsShareIsZero()
    {
        using var folder = new TemporaryFolder().With("a.tsv", Lines(10)).With("b.tsv", Lines(3));

        var data = Value(ClassificationDataReader.Read(Options(folder) with { Test = "b.tsv", Split = new(1, 0, 0) }));

        (data.Train.Count, data.Validation.Count, data.Validation.Windows.Outputs).ShouldBe((20, 0, 2));
    }

    [Fact]
    public void Scaler_IsFittedOnTheTrainingPartAlone()
    {
        using var folder = new TemporaryFolder().With("a.tsv", "1\t0\t2\n2\t4\t6\n")
            .With("b.tsv", "1\t100\t300\n2\t5\t6\n");

        var data = Value(ClassificationDataReader.Read(Options(folder) with { Test = "b.tsv", Split = new(1, 0, 0) }));

        data.Scaler.Mean.ShouldBe([3.0]);
        data.Train.Windows.Inputs.ShouldBe([.. new[] { 0, 2, 4, 6 }.Select(x => (float)((x - 3) / Math.Sqrt(5)))]);
    }

    [Fact]
    public void Targets_AreOneForTheClass()
    {
        var data = Whole("2\t0\t2\n1\t4\t6\n");

        data.Classes.ShouldBe(["1", "2"]);
        data.Train.Labels.ShouldBe([1, 0]);
        data.Train.Windows.Targets.ShouldBe([0, 1, 1, 0]);
    }

    [Fact]
    public void Patch_MakesTokensOfConsecutiveSamples()
    {
        var data = Whole("1\t1\t2\t3\t4\t5\t6\n", o => o with { Patch = 3 });

        (data.Window, data.Features).ShouldBe((2, 3));
        data.Train.Windows.Input(0).ToArray().ShouldBe([1f, 2f, 3f, 4f, 5f, 6f]);
    }

    [Fact]
    public void Patch_OfChannels_IsSampleBySample()
    {
        using var folder = new TemporaryFolder().With("a.ts", Recorded.TsHeader + "1,2,3,4:5,6,7,8:a\n");

        var data = Value(ClassificationDataReader.Read(
            Options(folder) with { Train = "a.ts", Patch = 2, Split = new(1, 0, 0), Standardize = false }));

        (data.Window, data.Features).ShouldBe((2, 4));
        data.Train.Windows.Input(0).ToArray().ShouldBe([1f, 5f, 2f, 6f, 3f, 7f, 4f, 8f]);
    }

    [Fact]
    public void Average_MakesExamplesShorter()
    {
        var data = Whole("1\t1\t2\t3\t4\t5\t6\n", o => o with { Average = 2 });

        data.Train.Windows.Input(0).ToArray().ShouldBe([1.5f, 3.5f, 5.5f]);
    }

    [Theory]
    [InlineData(null, new float[] { 1, 2, 3, 4 })]
    [InlineData(1, new float[] { 1, 2, 2, 3, 3, 4, 4, 5 })]
    [InlineData(3, new float[] { 1, 2, 4, 5 })]
    public void LongRecording_IsCutAtTheStride(int? stride, float[] inputs)
    {
        var data = Whole("1\t1\t2\t3\t4\t5\n", o => o with { Window = 2, Stride = stride });

        data.Train.Windows.Inputs.ShouldBe(inputs);
        data.Train.Recordings.ShouldAllBe(recording => recording == 0);
    }

    [Fact]
    public void WindowWithAMissingSample_IsLeftOut()
    {
        var data = Whole("1\t1\t2\tNaN\t4\t5\t6\n", o => o with { Window = 2 });

        data.Train.Windows.Inputs.ShouldBe([1f, 2f, 5f, 6f]);
    }

    [Fact]
    public void Class_OfOneRecording_IsLearntFrom()
    {
        var result = Read0(Lines(9) + "3\t1\t1\n");

        var data = Value(result);
        data.Train.Labels.ShouldContain(2);
        data.Validation.Labels.ShouldNotContain(2);
    }

    /// <summary>As many examples of each of two classes, of two samples.</summary>
    internal static string Lines(int each) =>
        string.Concat(Enumerable.Range(0, 2 * each).Select(i => $"{i % 2 + 1}\t{i}\t{i + 1}\n"));

    internal static ClassificationOptions Options(TemporaryFolder folder) =>
        new() { Reading = Recorded.Options(folder), Train = "a.tsv" };

    internal static Checked<ClassificationData> Read0(
        string text, Func<ClassificationOptions, ClassificationOptions>? change = null)
    {
        using var folder = new TemporaryFolder().With("a.tsv", text);
        return ClassificationDataReader.Read((change ?? (o => o))(Options(folder)));
    }

    private static ClassificationData Read(
        string text, Func<ClassificationOptions, ClassificationOptions>? change = null) => Value(Read0(text, change));

    private static ClassificationData Whole(
        string text, Func<ClassificationOptions, ClassificationOptions>? change = null) =>
        Read(text, o => (change ?? (p => p))(o with { Split = new(1, 0, 0), Standardize = false }));

    private static ClassificationData Value(Checked<ClassificationData> result) =>
        result.Value.ShouldNotBeNull(Recorded.Messages(result));

    private static string[] Files(ClassificationPart part) => [.. part.Sources.Select(source => source.Series.File)];
}
