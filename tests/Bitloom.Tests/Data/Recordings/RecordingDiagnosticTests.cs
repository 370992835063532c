using Bitloom.Data;
using Bitloom.Diagnostics;

namespace Bitloom.Tests.Data.Recordings;

/// <summary>The exact text of every finding about examples and recordings that are written as text.</summary>
public sealed class RecordingDiagnosticTests
{
    [Theory]
    [InlineData("a.tsv", "\n \n")]
    [InlineData("a.ts", Recorded.TsHeader)]
    public void FileWithoutExamples_IsReported(string file, string text)
    {
        Recorded.Messages(Recorded.Read(file, text)).ShouldBe($"""
            error DATA013 at {file}: the file holds no example
              expected: at least one example with its class
              remedy:   name a file that holds data
            """);
    }

    [Fact]
    public void FieldsThatAreNoNumbers_AreAllReported()
    {
        Recorded.Messages(Recorded.Read("a.tsv", "1\twarm\t2\n1\t1\t1e999\n")).ShouldBe("""
            error DATA014 at a.tsv:1: 'warm' in field 2 is not a number
              expected: a finite number with decimal mark '.', or ? or NaN for a missing one
              remedy:   correct the field
            error DATA014 at a.tsv:2: '1e999' in field 3 is not a number
              expected: a finite number with decimal mark '.', or ? or NaN for a missing one
              remedy:   correct the field
            """);
    }

    [Fact]
    public void ExamplesOfAnotherLength_AreReported()
    {
        Recorded.Messages(Recorded.Read("a.tsv", "1\t1\t2\n1\t1\n1\t1\t2\t3\n")).ShouldBe("""
            error DATA015 at a.tsv:2: the example has 1 sample
              expected: 2 samples, as the first example has
              remedy:   make all examples of one length, or remove those that differ
            error DATA015 at a.tsv:3: the example has 3 samples
              expected: 2 samples, as the first example has
              remedy:   make all examples of one length, or remove those that differ
            """);
    }

    [Fact]
    public void ChannelsAndExamplesOfAnotherLength_AreReportedTogether()
    {
        Recorded.Messages(Recorded.Read("a.ts", "@seriesLength 2\n" + Recorded.TsHeader + "1,2:3:a\n1:2:a\n"))
            .ShouldBe("""
            error DATA015 at a.ts:7: channel 2 has 1 sample
              expected: 2 samples, as channel 1 has
              remedy:   make all examples of one length, or remove those that differ
            error DATA015 at a.ts:8: the example has 1 sample
              expected: 2 samples, as the file's header says
              remedy:   make all examples of one length, or remove those that differ
            """);
    }

    [Fact]
    public void DirectivesThatAreWrong_AreAllReported()
    {
        Recorded.Messages(Recorded.Read("a.ts", "@univariat true\n@missing\n@dimensions two\n@timeStamps no\n@x\n"))
            .ShouldBe("""
            error DATA016 at a.ts:1: there is no directive '@univariat'
              expected: one of '@problemName', '@timeStamps', '@missing', '@univariate', '@dimensions', '@dimension', '@equalLength', '@seriesLength', '@classLabel', '@targetLabel', '@data'
              remedy:   did you mean '@univariate'?
            error DATA016 at a.ts:3: 'two' of the directive @dimensions is not a count
              expected: a whole number of at least 1
              remedy:   correct the directive
            error DATA016 at a.ts:4: 'no' of the directive @timeStamps is neither true nor false
              expected: true or false
              remedy:   correct the directive
            error DATA016 at a.ts:5: there is no directive '@x'
              expected: one of '@problemName', '@timeStamps', '@missing', '@univariate', '@dimensions', '@dimension', '@equalLength', '@seriesLength', '@classLabel', '@targetLabel', '@data'
              remedy:   remove the line, or begin it with # if it is a comment
            error DATA016 at a.ts: the file has no line @data
              expected: directives, then a line @data, then the examples
              remedy:   put the line @data before the first example
            """);
    }

    [Fact]
    public void ExampleBeforeTheData_IsReported()
    {
        Recorded.Messages(Recorded.Read("a.ts", "@univariate true\n1,2:a\n")).ShouldBe("""
            error DATA016 at a.ts:2: an example stands before the line @data
              expected: directives, then a line @data, then the examples
              remedy:   put the line @data before the first example
            """);
    }

    [Fact]
    public void WhatIsNotSupported_IsReported()
    {
        Recorded.Messages(Recorded.Read("a.ts", "@timeStamps true\n@equalLength false\n@classLabel false\n@data\n1:a\n"))
            .ShouldBe("""
            error DATA017 at a.ts:1: the examples have time stamps
              expected: samples at equal distances
              remedy:   resample the examples to equal distances and one length, or choose another data set
            error DATA017 at a.ts:2: the examples differ in length
              expected: examples of one length
              remedy:   resample the examples to equal distances and one length, or choose another data set
            error DATA017 at a.ts:4: the examples have no class
              expected: a directive @classLabel true with the classes
              remedy:   name the classes in the header, or choose a data set for classification
            """);
    }

    [Fact]
    public void WrongNumberOfChannels_AndWrongClass_AreReported()
    {
        Recorded.Messages(Recorded.Read("a.ts", Recorded.TsHeader + "1,2:a\n1:2:c\n")).ShouldBe("""
            error DATA018 at a.ts:6: the example has 1 channel
              expected: 2 channels, each ended by a colon, and the class
              remedy:   give every example the channels of the header
            error DATA019 at a.ts:7: the example is of the class 'c'
              expected: one of the classes 'a', 'b'
              remedy:   correct the class, or declare it in the header
            """);
    }

    [Fact]
    public void LineWithoutAClass_IsReported()
    {
        Recorded.Messages(Recorded.Read("a.tsv", "1,2,3\n\t2\n")).ShouldBe("""
            error DATA019 at a.tsv:1: the line has no tab
              expected: a class and its samples, separated by tabs
              remedy:   give each example its class in the first field
            error DATA019 at a.tsv:2: the first field, the class, is empty
              expected: a class and its samples, separated by tabs
              remedy:   give each example its class in the first field
            """);
    }

    [Fact]
    public void FolderWithoutRecordings_IsReported()
    {
        using var folder = new TemporaryFolder().With("sit", "notes.txt", "none");

        Recorded.Messages(RecordingReader.Read(Recorded.Options(folder), "sit")).ShouldBe("""
            error DATA027 at sit: there is no recording in the folder
              expected: CSV files, for classification in a folder for each class
              remedy:   name the folder that holds the recordings
            """);
    }

    [Fact]
    public void FileWithoutNumbers_IsReported()
    {
        Recorded.Messages(Recorded.Read("a.csv", "name,city\nAnn,Ulm\n")).ShouldBe("""
            error DATA028 at a.csv: no column of the file holds numbers
              expected: a header, and columns of numbers below it
              remedy:   name the columns in data.features
            """);
    }

    [Fact]
    public void AnomalyLabelsThatAreNone_AreReported()
    {
        Recorded.Messages(Recorded.Read("a.csv", "x,bad\n1,0.0\n2,2\n3,\n", o => o with { AnomalyColumn = "bad" }))
            .ShouldBe("""
            error DATA029 at a.csv:3: '2' in column 'bad' is not an anomaly label
              expected: 1 for an anomalous row, 0 for any other
              remedy:   correct the cell, or name another column
            error DATA029 at a.csv:4: '' in column 'bad' is not an anomaly label
              expected: 1 for an anomalous row, 0 for any other
              remedy:   correct the cell, or name another column
            """);
    }

    [Theory]
    [InlineData("{\n\"a.csv\": [", "labels.json:2", "the text is not JSON")]
    [InlineData("[]", "labels.json", "the outermost value is not an object")]
    [InlineData("{\"a.csv\": [\"2020-01-01\", [\"2020-01-02\"]]}", "labels.json",
        "entry 2 of 'a.csv' is neither a time nor a pair of times")]
    [InlineData("{\"a.csv\": [[\"2020-01-02\", \"2020-01-01\"]]}", "labels.json",
        "entry 1 of 'a.csv' is neither a time nor a pair of times")]
    [InlineData("{\"a.csv\": [\"\\ud800\"]}", "labels.json", "a text has an escape that is no character")]
    public void AnomalyWindowsThatAreWrong_AreReported(string json, string location, string found)
    {
        Recorded.Messages(Labeled(json)).ShouldBe($"""
            error DATA030 at {location}: {found}
              expected: an object with a list of windows, ["from", "to"], for each data file
              remedy:   correct the file of labels
            """);
    }

    [Fact]
    public void DataFileWithoutAnEntry_IsReported()
    {
        Recorded.Messages(Labeled("{\"b.csv\": []}")).ShouldBe("""
            error DATA031 at labels.json: there is no entry for the data file 'a.csv'
              expected: an entry whose name is the end of the file's path
              remedy:   add the entry, an empty list if nothing is anomalous
            """);
    }

    [Fact]
    public void AnomalyWindowsWithoutTimes_AreReported()
    {
        Recorded.Messages(Labeled("{\"a.csv\": []}", o => o with { Time = [] })).ShouldBe("""
            error DATA035 at data.time: there is no time column, but a file of anomalous times
              expected: the column that holds the times of the rows
              remedy:   name it in data.time
            """);
    }

    [Fact]
    public void TimeThatGoesBack_IsAWarning()
    {
        var result = Recorded.Read("a.csv", "t,x\n2020-01-02,1\n2020-01-03,2\n2020-01-03,2\n2020-01-01,3\n",
            o => o with { Time = ["t"] });

        result.Ok.ShouldBeTrue();
        Recorded.Messages(result).ShouldBe("""
            warning DATA032 at a.csv:4: the time does not increase at 2 rows, of which this is the first
              expected: times that increase from row to row
              remedy:   nothing, if it is known: each such row begins a new stretch
            """);
    }

    [Fact]
    public void FileOfNoFormat_IsReported()
    {
        Recorded.Messages(Recorded.Read("a.xlsx", "x")).ShouldBe("""
            error DATA039 at a.xlsx: the file's name does not tell a format
              expected: a folder of CSV files, or a name ending in .csv, .tsv, .ts, .npy, .idx, ubyte or .gz
              remedy:   rename the file, or convert it
            """);
    }

    [Fact]
    public void MissingFile_IsOfItsFormat()
    {
        using var folder = new TemporaryFolder().With("train.tsv", "1\t2\n");

        Recorded.Messages(RecordingReader.Read(Recorded.Options(folder), "trian.tsv")).ShouldBe("""
            error DATA001 at trian.tsv: there is no file 'trian.tsv'
              expected: a .tsv file, its path relative to the project file
              remedy:   did you mean 'train.tsv'?
            """);
    }

    private static Checked<RecordingSet> Labeled(
        string json, Func<RecordingOptions, RecordingOptions>? change = null)
    {
        using var folder = new TemporaryFolder().With("labels.json", json).With("a.csv", "t,x\n2020-01-01,1\n");
        var options = Recorded.Options(folder) with { Time = ["t"], AnomalyWindows = "labels.json" };
        return RecordingReader.Read((change ?? (o => o))(options), "a.csv");
    }
}
