using Bitloom.Data;

namespace Bitloom.Tests.Data.Recordings;

public sealed class CsvRecordingTests
{
    [Fact]
    public void Folder_HasAClassForEachSubfolder_InOrdinalOrder()
    {
        using var folder = new TemporaryFolder()
            .With("walk", "b.csv", "x,y\n5,6\n").With("walk", "a.csv", "x,y\n3,4\n").With("sit", "a.csv", "y,x\n2,1\n")
            .With("sit", "notes.txt", "no data");

        var set = RecordingReader.Read(Recorded.Options(folder) with { Features = ["x", "y"] }, ".")
            .Value.ShouldNotBeNull();

        set.Classes.ShouldBe(["sit", "walk"]);
        set.Recordings.Select(r => r.Series.File).ShouldBe(["./sit/a.csv", "./walk/a.csv", "./walk/b.csv"]);
        set.Recordings.Select(r => r.Class).ShouldBe(["sit", "walk", "walk"]);
        set.Recordings.SelectMany(r => r.Series.Values).ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void ExcludedFiles_AreNotRead()
    {
        using var folder = new TemporaryFolder().With("a", "1.csv", "x\n1\n").With("a", "2.csv", "broken");

        var set = RecordingReader.Read(Recorded.Options(folder) with { Exclude = ["a/2.csv"] }, ".")
            .Value.ShouldNotBeNull();

        set.Recordings.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("# Task: sit\n# Columns: t,x\n0,1.5\n1,2.5\n")]
    [InlineData("\n# t,x\r\n0,1.5\r\n\r\n1,2.5\r\n")]
    [InlineData("# about this file\nt,x\n0,1.5\n1,2.5\n")]
    [InlineData(",# Columns: t,x\n0,0,1.5\n1,1,2.5\n")]
    public void Comments_MayHoldTheHeader(string text)
    {
        var set = Recorded.Read("a.csv", text, o => o with { Time = ["t"] }).Value.ShouldNotBeNull();

        set.Channels.ShouldBe(["x"]);
        set.Recordings[0].Series.Values.ShouldBe([1.5, 2.5]);
        set.Recordings[0].Class.ShouldBeNull();
    }

    [Fact]
    public void LinesAfterComments_KeepTheirNumbers()
    {
        var result = Recorded.Read("a.csv", "# one\n# x,y\n1,2\n3,four\n");

        result.Diagnostics.ShouldHaveSingleItem().Location.ShouldBe("a.csv:4");
    }

    [Fact]
    public void Features_AreTheColumnsOfNumbers_WithoutTimeAndLabels()
    {
        var set = Recorded.Read("a.csv", "t;name;x;y;anomaly\n2020-01-01;a;1,5;2;0\n2020-01-02;b;2,5;3;1\n",
            o => o with { Time = ["t"], AnomalyColumn = "anomaly", Decimal = ',' }).Value.ShouldNotBeNull();

        set.Channels.ShouldBe(["x", "y"]);
        set.Recordings[0].Anomalies.ShouldBe([false, true]);
        set.Recordings[0].Series.Step.ShouldBe(86400);
    }

    [Fact]
    public void FileWithoutTheAnomalyColumn_IsNotLabeled()
    {
        Recorded.Read("a.csv", "x\n1\n", o => o with { AnomalyColumn = "anomaly" })
            .Value.ShouldNotBeNull().Recordings[0].Anomalies.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Pause_BreaksARecording_UnlessItIsToBeIgnored(bool broken, int segments)
    {
        var set = Recorded.Read("a.csv", "t,x\n1,1\n2,2\n3,3\n9,4\n10,5\n",
            o => o with { Time = ["t"], BreakAtGaps = broken }).Value.ShouldNotBeNull();

        set.Recordings[0].Series.SegmentCount.ShouldBe(segments);
    }

    [Fact]
    public void AnomalyWindows_IncludeBothEnds_AndSingleTimes()
    {
        const string json = """
            {"x/a.csv": [["2020-01-02 00:00:00.000000", "2020-01-03 00:00:00.000000"], "2020-01-05"], "b.csv": []}
            """;
        using var folder = new TemporaryFolder().With("labels.json", json)
            .With("x", "a.csv", "t,v\n2020-01-01,1\n2020-01-02,1\n2020-01-03,1\n2020-01-04,1\n2020-01-05,1\n")
            .With("x", "b.csv", "t,v\n2020-01-01,1\n");

        var options = Recorded.Options(folder) with { Time = ["t"], AnomalyWindows = "labels.json" };
        var set = RecordingReader.Read(options, "x").Value.ShouldNotBeNull();

        set.Recordings[0].Anomalies.ShouldBe([false, true, true, false, true]);
        set.Recordings[1].Anomalies.ShouldBe([false]);
    }
}
