using Bitloom.Data;
using Bitloom.Diagnostics;

namespace Bitloom.Tests.Data.Inspection;

public sealed class TableInspectorTests
{
    [Fact]
    public void Columns_AreTold_ByWhatTheyHold()
    {
        var profile = Inspect(Tables.Everything).Value.ShouldNotBeNull();

        profile.Rows.ShouldBe(100);
        profile.Columns.Select(column => column.Kind).ShouldBe(
        [
            ColumnKind.Times, ColumnKind.Numbers, ColumnKind.Duplicate, ColumnKind.Categories, ColumnKind.Constant,
            ColumnKind.RowNumbers, ColumnKind.Texts, ColumnKind.Unnamed, ColumnKind.Ambiguous, ColumnKind.Ambiguous,
            ColumnKind.Empty,
        ]);
        profile.Find("copy").ShouldNotBeNull().SameAs.ShouldBe("level");
        profile.Find("state").ShouldNotBeNull().Examples.ShouldBe(["off", "on"]);
        (profile.Find("level")!.Minimum, profile.Find("level")!.Maximum).ShouldBe((-1, 1));
        profile.Find("none")!.Missing.ShouldBe(100);
    }

    [Fact]
    public void Times_AreFound_WithTheirStep()
    {
        var time = Inspect(Tables.Everything).Value.ShouldNotBeNull().Time.ShouldNotBeNull();

        time.Columns.ShouldBe(["time"]);
        (time.Step, time.Gaps, time.First, time.Last).ShouldBe((3600, 0, "2024-01-01 00:00", "2024-01-05 03:00"));
    }

    [Fact]
    public void DateAndTimeOfTheDay_AreJoined_InAEuropeanFile()
    {
        var profile = Inspect(Tables.European).Value.ShouldNotBeNull();

        (profile.Separator, profile.Decimal).ShouldBe((';', ','));
        profile.Time.ShouldNotBeNull().Columns.ShouldBe(["Datum", "Zeit"]);
        profile.Find("Druck")!.Kind.ShouldBe(ColumnKind.Numbers);
        profile.Columns.Count(column => column.Kind == ColumnKind.Empty).ShouldBe(2);
    }

    [Fact]
    public void WhatStandsForAMissingValue_IsFound()
    {
        var profile = Inspect(Tables.Sentinels).Value.ShouldNotBeNull();

        profile.Missing.ShouldBe(["-999", "?"]);
        profile.Columns.Select(column => column.Kind).ShouldAllBe(kind => kind == ColumnKind.Numbers);
        profile.Columns.Select(column => column.Missing).ShouldBe([4, 4]);
        profile.Find("a")!.Minimum.ShouldBe(-1);
    }

    [Fact]
    public void ALargeNumberAmongOthers_IsNoMissingValue()
    {
        var text = Tables.Of("a", 100, row => FormattableString.Invariant($"{-200 + row % 40 * 10}"));

        var profile = Inspect(text).Value.ShouldNotBeNull();

        profile.Missing.ShouldBeEmpty();
        profile.Find("a")!.Minimum.ShouldBe(-200);
    }

    [Fact]
    public void TimesThatGoBack_AreNotUsed_AndSaidSo()
    {
        var profile = Inspect(Tables.Descending).Value.ShouldNotBeNull();

        profile.Time.ShouldBeNull();
        profile.TimeFault.ShouldBe("the times of 'time' do not increase at 99 rows, first in line 3");
        profile.Find("time")!.Kind.ShouldBe(ColumnKind.Times);
    }

    [Theory]
    [InlineData("seconds", 0.5)]
    [InlineData("t", 10)]
    public void NumbersThatIncrease_AreTimes_WhenTheirNameSaysSo(string name, double step)
    {
        var text = Tables.Of($"{name},a", 50, row => FormattableString.Invariant($"{row * step},{Tables.Wave(row)}"));

        var time = Inspect(text).Value.ShouldNotBeNull().Time.ShouldNotBeNull();

        (time.Columns.Single(), time.IsDate).ShouldBe((name, false));
    }

    [Fact]
    public void BinaryFile_IsRefused()
    {
        Messages(Inspect("a\0b\u0001\n")).ShouldBe("""
            error DATA043 at a.csv: the file is not text
              expected: a CSV file: a header line with names, and rows of data below it, separated by , ; | or tabs
              remedy:   export the data as CSV, or name another file
            """);
    }

    [Fact]
    public void FileWithoutAHeader_IsRefused_WithTheLineToAdd()
    {
        Messages(Inspect("1.5,2\n3,4\n")).ShouldBe("""
            error DATA044 at a.csv:1: the first line holds values, and no names of columns
              expected: a header line with names, and rows of data below it, separated by , ; | or tabs
              remedy:   add a first line, such as c1,c2
            """);
    }

    [Fact]
    public void HeaderAlone_IsRefused()
    {
        Messages(Inspect("a,b\n")).ShouldBe("""
            error DATA002 at a.csv: the file has a header and no rows
              expected: a header line and at least one row of data
              remedy:   name a file that holds data
            """);
    }

    [Fact]
    public void EmptyFile_IsRefused()
    {
        Messages(Inspect("")).ShouldStartWith("error DATA002 at a.csv: the file is empty\n");
    }

    [Fact]
    public void RowsOfOtherLengths_AreEachTold()
    {
        Messages(Inspect("a,b\n1,2\n1,2,3\n4\n")).ShouldContain("DATA005 at a.csv:4: the row has 1 field");
    }

    internal static Checked<TableProfile> Inspect(string text)
    {
        using var folder = new TemporaryFolder().With("a.csv", text);
        return TableInspector.Inspect(folder["a.csv"], "a.csv");
    }

    private static string Messages(Checked<TableProfile> result) => string.Join('\n', result.Diagnostics);
}
