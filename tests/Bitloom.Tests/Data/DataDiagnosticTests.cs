using Bitloom.Data;

namespace Bitloom.Tests.Data;

/// <summary>The exact text of every finding about data.</summary>
public sealed class DataDiagnosticTests
{
    [Fact]
    public void MissingFile_NamesTheNearest()
    {
        using var folder = new TemporaryFolder().With("weather.csv", Reading.Ramp(9));

        var result = ForecastDataReader.Read(Reading.Options(folder, "wether.csv"));

        Reading.Messages(result).ShouldBe("""
            error DATA001 at wether.csv: there is no file 'wether.csv'
              expected: a CSV file, its path relative to the project file
              remedy:   did you mean 'weather.csv'?
            """);
    }

    [Fact]
    public void MissingFolder_IsNamed()
    {
        using var folder = new TemporaryFolder();

        var result = ForecastDataReader.Read(Reading.Options(folder, "data/weather.csv"));

        Reading.Messages(result).ShouldBe("""
            error DATA001 at data/weather.csv: there is no folder 'data'
              expected: a CSV file, its path relative to the project file
              remedy:   correct the path, or fetch the data
            """);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("\n\n", "the file is empty")]
    [InlineData("x,y\n", "the file has a header and no rows")]
    public void EmptyFile_IsReported(string text, string found)
    {
        Reading.Messages(Reading.Read(text)).ShouldBe($"""
            error DATA002 at a.csv: {found}
              expected: a header line and at least one row of data
              remedy:   name a file that holds data
            """);
    }

    [Fact]
    public void UnknownColumns_AreAllReported_WithTheNearest()
    {
        var result = Reading.Read(Reading.Ramp(20),
            o => o with { Time = ["time"], Features = ["x", "temperature"], Targets = ["Y"] });

        Reading.Messages(result).ShouldBe("""
            error DATA003 at data.time: there is no column 'time' in 'a.csv'
              expected: one of the columns 't', 'x', 'y'
              remedy:   use the name of a column as it is in the file's header
            error DATA003 at data.features: there is no column 'temperature' in 'a.csv'
              expected: one of the columns 't', 'x', 'y'
              remedy:   use the name of a column as it is in the file's header
            error DATA003 at data.targets: there is no column 'Y' in 'a.csv'
              expected: one of the columns 't', 'x', 'y'
              remedy:   did you mean 'y'?
            """);
    }

    [Fact]
    public void DuplicateColumn_IsReported()
    {
        Reading.Messages(Reading.Read("x,y,x\n1,2,3\n")).ShouldBe("""
            error DATA004 at a.csv: the column name 'x' occurs 2 times, in fields 1, 3
              expected: a name of its own for each column that is used
              remedy:   rename the columns in the file's header
            """);
    }

    [Fact]
    public void RaggedRowsAndText_AreReportedTogether()
    {
        Reading.Messages(Reading.Read("x,y\n1,2\n1,2,3\n1\nwarm,2\n")).ShouldBe("""
            error DATA005 at a.csv:3: the row has 3 fields
              expected: 2 fields, as the header has
              remedy:   correct the row, quote fields that contain the separator, or set data.separator
            error DATA005 at a.csv:4: the row has 1 field
              expected: 2 fields, as the header has
              remedy:   correct the row, quote fields that contain the separator, or set data.separator
            error DATA006 at a.csv:5: 'warm' in column 'x' is not a number
              expected: a number with decimal mark '.', or a missing marker
              remedy:   correct the cell, set data.decimal, or add the text to data.missing
            """);
    }

    [Fact]
    public void ManyFindings_AreCounted_AfterTheFirstTwenty()
    {
        var result = Reading.Read("x,y\n2,1\n" + string.Concat(Enumerable.Repeat("a,1\n", 25)));

        result.Diagnostics.Count.ShouldBe(21);
        result.Diagnostics[20].ToString().ShouldBe("""
            error DATA006: 5 more findings of this kind are not shown
              expected: a number with decimal mark '.', or a missing marker
              remedy:   correct the cell, set data.decimal, or add the text to data.missing
            """);
    }

    [Fact]
    public void TimeInAnotherFormat_IsReported()
    {
        var result = Reading.Read("t,x,y\n2020-01-31,1,2\n2020-02-30,1,2\n2020-03-01,1,2\n",
            o => o with { Time = ["t"] });

        Reading.Messages(result).ShouldBe("""
            error DATA007 at a.csv:3: '2020-02-30' is not a time
              expected: a time written as yyyy-M-d, like the other rows
              remedy:   write all times in one format, such as 2016-01-31 17:05:00
            """);
    }

    [Fact]
    public void EmptyTime_IsReported()
    {
        var result = Reading.Read("t,x,y\n,1,2\n", o => o with { Time = ["t"] });

        Reading.Messages(result).ShouldBe("""
            error DATA007 at a.csv:2: '' is not a time
              expected: a date, a time or a number
              remedy:   write all times in one format, such as 2016-01-31 17:05:00
            """);
    }

    [Fact]
    public void TimeThatIsNone_IsReported()
    {
        var result = Reading.Read("t,x,y\nnoon,1,2\n", o => o with { Time = ["t"] });

        Reading.Messages(result).ShouldBe("""
            error DATA007 at a.csv:2: 'noon' is not a time
              expected: a date, a time or a number
              remedy:   write all times in one format, such as 2016-01-31 17:05:00
            """);
    }

    [Fact]
    public void TimeThatGoesBack_IsReported()
    {
        var result = Reading.Read("t,x,y\n2020-01-02,1,2\n2020-01-01,1,2\n2020-01-01,1,2\n2020-01-04,1,2",
            o => o with { Time = ["t"] });

        Reading.Messages(result).ShouldBe("""
            error DATA008 at a.csv:3: the time '2020-01-01' does not come after '2020-01-02' of the row before
              expected: times that increase from row to row
              remedy:   sort the rows by time and remove duplicates
            error DATA008 at a.csv:4: the time '2020-01-01' does not come after '2020-01-01' of the row before
              expected: times that increase from row to row
              remedy:   sort the rows by time and remove duplicates
            """);
    }

    [Fact]
    public void ConstantFeature_IsAWarning_AndItsDeviationOne()
    {
        var result = Reading.Read("x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"7,{i}\n")));

        result.Ok.ShouldBeTrue();
        result.Value.ShouldNotBeNull().FeatureScaler.Deviation.ShouldBe([1.0]);
        Reading.Messages(result).ShouldBe("""
            warning DATA009 at a.csv: the column 'x' is 7 in every row of the training part
              expected: values that vary
              remedy:   remove 'x' from the project, as nothing can be learnt from it
            """);
    }

    [Fact]
    public void PartWithoutWindows_NamesTheColumnThatMissesMost()
    {
        var rows = Enumerable.Range(0, 40).Select(i => i % 3 == 2 ? $"{i},\n" : $"{i},{i}\n");

        var result = Reading.Read("x,y\n" + string.Concat(rows), o => o with { Split = new(0.5, 0.25, 0.25) });

        result.Diagnostics[0].ToString().ShouldBe("""
            error DATA010 at a.csv: the training part has no window: of its 20 rows, at most 2 are unbroken
              expected: 3 unbroken rows: 2 of the window and 1 up to the last target
              remedy:   give more data, another data.split, or a smaller data.window, data.horizon or data.steps; or drop the column 'y', which misses 6 values there
            """);
        result.Diagnostics.Count.ShouldBe(3);
    }

    [Fact]
    public void SeriesShorterThanAWindow_IsReportedForEachPart()
    {
        var result = Reading.Read(Reading.Ramp(20), o => o with { Window = new WindowSpec(30) });

        result.Diagnostics[1].ToString().ShouldBe("""
            error DATA010 at a.csv: the validation part has no window: of its 3 rows, at most 3 are unbroken
              expected: 31 unbroken rows: 30 of the window and 1 up to the last target
              remedy:   give more data, another data.split, or a smaller data.window, data.horizon or data.steps
            """);
    }

    [Fact]
    public void FileThatCannotBeRead_IsReported()
    {
        using var folder = new TemporaryFolder().With("a.csv", "x,y\n1,2\n");
        using var holder = new FileStream(Path.Combine(folder.Path, "a.csv"), FileMode.Open, FileAccess.ReadWrite,
            FileShare.None);

        var result = ForecastDataReader.Read(Reading.Options(folder));

        Reading.Messages(result).ShouldBe("""
            error DATA011 at a.csv: the file 'a.csv' cannot be read: IOException
              expected: a readable file
              remedy:   close programs that hold the file, and check its permissions
            """);
    }

    [Fact]
    public void QuoteThatIsNeverClosed_IsReported()
    {
        var result = Reading.Read("x,y\n1,2\n3,\"4\n5,6\n");

        result.Diagnostics[0].ToString().ShouldBe("""
            error DATA012 at a.csv:3: a quoted field is never closed
              expected: a closing quote in the same field
              remedy:   add the closing quote, or remove the opening one
            """);
    }
}
