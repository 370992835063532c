using Bitloom.Data;
using Bitloom.Tests.Data.Recordings;

namespace Bitloom.Tests.Data.Classification;

/// <summary>The exact text of every finding about data to classify.</summary>
public sealed class ClassificationDiagnosticTests
{
    [Fact]
    public void ClassOfTheTestAlone_IsReported()
    {
        using var folder = new TemporaryFolder().With("a.tsv", ClassificationDataTests.Lines(4))
            .With("b.tsv", "7\t1\t2\n");

        Read(folder, o => o with { Test = "b.tsv" }).ShouldBe("""
            error DATA033 at b.tsv:1: the class '7' does not occur in the training file
              expected: one of the classes '1', '2'
              remedy:   correct the class, or give examples of it to learn from
            """);
    }

    [Fact]
    public void ClassThatIsTooSmallToDivide_IsAWarning()
    {
        Read(ClassificationDataTests.Lines(9) + "3\t1\t1\n").ShouldBe("""
            warning DATA034 at a.tsv: the class '3' has 1 recording
              expected: enough recordings for every part
              remedy:   give more recordings of the class, or do without it
            """);
    }

    [Fact]
    public void OptionsThatMakeNoSense_AreAllReported()
    {
        Read(ClassificationDataTests.Lines(9),
            o => o with { Patch = 0, Average = -1, Window = 0, Stride = 0, Split = new(0, 1, 0) }).ShouldBe("""
            error DATA035 at data.average: data.average is -1
              expected: a whole number of at least 1
              remedy:   choose another
            error DATA035 at data.patch: data.patch is 0
              expected: a whole number of at least 1
              remedy:   choose another
            error DATA035 at data.windowSamples: data.windowSamples is 0
              expected: a whole number of at least 1
              remedy:   choose another
            error DATA035 at data.stride: data.stride is 0
              expected: a whole number of at least 1
              remedy:   choose another
            error DATA035 at data.split: the shares are 0, 1, 0
              expected: a positive share to train with, no negative ones
              remedy:   choose other shares
            """);
    }

    [Fact]
    public void LengthThatIsNotDivided_IsReported()
    {
        Read("1\t1\t2\t3\t4\t5\t6\n", o => o with { Average = 4 }).ShouldBe("""
            error DATA035 at data.average: data.average is 4, but 'a.tsv' has 6 samples
              expected: a divisor of the number of samples
              remedy:   choose 3
            """);
        Read("1\t1\t2\t3\t4\t5\t6\n", o => o with { Patch = 5 }).ShouldBe("""
            error DATA035 at data.patch: data.patch is 5, but 'a.tsv' has 6 samples
              expected: a divisor of the number of samples
              remedy:   choose 6
            """);
    }

    [Fact]
    public void ExamplesWithoutAWindow_AreReported()
    {
        Read("1\t1\t2\n1\t1\tNaN\n", o => o with { Split = new(1, 0, 0) }).ShouldBe("""
            error DATA036 at a.tsv:2: there is no window: values are missing in 1 of 2 samples
              expected: 2 samples without a gap
              remedy:   set data.missingPolicy to interpolate, leave out the channel, or remove the recording
            """);
        Read("1\t1\t2\n", o => o with { Split = new(1, 0, 0), Window = 3 }).ShouldBe("""
            error DATA036 at a.tsv:1: there is no window: the recording has 2 samples
              expected: 3 samples without a gap
              remedy:   choose a smaller data.windowSamples, or remove the recording
            """);
    }

    [Fact]
    public void RecordingInPieces_IsReported()
    {
        using var folder = new TemporaryFolder().With("sit", "a.csv", "t,x\n1,1\n2,2\n3,3\n9,4\n10,5\n");

        Read(folder, o => o with { Reading = o.Reading with { Time = ["t"] }, Train = ".", Split = new(1, 0, 0) })
            .ShouldBe("""
            error DATA036 at ./sit/a.csv: there is no window: the recording is in 2 pieces, by gaps in time
              expected: 5 samples without a gap
              remedy:   set data.breakAtGaps to false, choose a smaller data.windowSamples, or remove the recording
            """);
    }

    [Fact]
    public void LabelsThatAreMeasurements_AreReported()
    {
        Read(string.Concat(Enumerable.Range(0, 1025).Select(i => $"{i}\t1\t2\n"))).ShouldBe("""
            error DATA041 at a.tsv: the recordings have 1025 classes
              expected: at most 1024
              remedy:   give classes as labels; numbers that are measured are for forecasting
            """);
    }

    [Fact]
    public void PartsWithoutARecording_AreReported()
    {
        Read("1\t1\t2\n2\t1\t2\n").ShouldBe("""
            error DATA037 at data.split: the validation part is empty
              expected: at least one window in it
              remedy:   give more recordings, or another data.split
            error DATA037 at data.split: the test part is empty
              expected: at least one window in it
              remedy:   give more recordings, or another data.split
            """);
    }

    [Fact]
    public void TestOfOtherChannels_IsReported()
    {
        using var folder = new TemporaryFolder().With("a.tsv", "1\t1\t2\n")
            .With("b.ts", "@classLabel true 1\n@data\n1,2:3,4:1\n");

        Read(folder, o => o with { Test = "b.ts" }).ShouldBe("""
            error DATA038 at b.ts: the recordings have 2 channels
              expected: 1 channel, as those to train with have
              remedy:   give the test part the channels of the training part
            """);
    }

    [Fact]
    public void RecordingWithoutAClass_IsReported()
    {
        using var folder = new TemporaryFolder().With("a.csv", "x\n1\n2\n");

        Read(folder, o => o with { Train = "a.csv" }).ShouldBe("""
            error DATA040 at a.csv: the recording has no class
              expected: a class for every recording
              remedy:   put it into a folder named for its class, or name a file of labels
            """);
    }

    private static string Read(string text, Func<ClassificationOptions, ClassificationOptions>? change = null) =>
        Recorded.Messages(ClassificationDataTests.Read0(text, change));

    private static string Read(TemporaryFolder folder, Func<ClassificationOptions, ClassificationOptions> change) =>
        Recorded.Messages(ClassificationDataReader.Read(change(ClassificationDataTests.Options(folder))));
}
