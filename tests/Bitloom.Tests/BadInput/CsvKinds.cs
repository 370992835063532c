using static Bitloom.Tests.BadInput.BadInputCase;
using static Bitloom.Tests.BadInput.ExampleProject;

namespace Bitloom.Tests.BadInput;

/// <summary>Tables that cannot be read as they are.</summary>
internal static class CsvKinds
{
    public static BadInputHeading Heading { get; } = new(
        "csv", "CSV", "A table has a row, a cell, a time or a header that does not go with the rest.",
    [
        new("Rows are too long or too short", "check FOLDER")
        {
            Given = "Line 3 of `pump.csv` is `2025-03-01 01:00,1,2,3`, line 4 is `2025-03-01 01:30,1`.",
            Make = File("pump.csv", CsvWithLine(3, "2025-03-01 01:00,1,2,3\n2025-03-01 01:30,1")),
        },
        new("Cells are no numbers", "check FOLDER")
        {
            Given = "Line 3 of `pump.csv` is `2025-03-01 01:00,low,n/a?`.",
            Make = File("pump.csv", CsvWithLine(3, "2025-03-01 01:00,low,n/a?")),
        },
        new("A column is text throughout", "check FOLDER")
        {
            Given = "Every cell of `flow` is `on` or `off`.",
            Make = File("pump.csv", Header + string.Concat(Enumerable.Range(0, 30).Select(
                row => $"2025-03-{1 + row:00},{row % 7},{(row % 2 == 0 ? "on" : "off")}\n"))),
        },
        new("Numbers have a decimal comma, and the project says a point", "check FOLDER --set data.decimal=.")
        {
            Given = "`pump.csv` is separated by semicolons; line 2 is `2025-03-01 00:00;0,5;1,5`.",
            Make = File("pump.csv", Header.Replace(',', ';') + "2025-03-01 00:00;0,5;1,5\n2025-03-01 01:00;0,6;1,4\n"),
        },
        new("A number is infinite", "check FOLDER")
        {
            Given = "Line 5 of `pump.csv` is `2025-03-01 03:00,inf,1e999`.",
            Make = File("pump.csv", CsvWithLine(5, "2025-03-01 03:00,inf,1e999")),
        },
        new(
            "The columns named are not there",
            "check FOLDER --set data.features=[level,flaw] --set data.targets=[height]"),
        new("Two columns have one name", "check FOLDER")
        {
            Given = "The header of `pump.csv` is `time,level,flow,level`.",
            Make = File("pump.csv", "time,level,flow,level\n2025-03-01,1,2,3\n"),
        },
        new("There is a header and nothing else", "check FOLDER") { Make = File("pump.csv", Header) },
        new("There is no header", "check FOLDER")
        {
            Given = "`pump.csv` begins with its first row, `2025-03-01 00:00,0.000,1.000`.",
            Make = File("pump.csv", Rows(120)),
        },
        new("There is no header, and `new` is to find names", "new FOLDER/drain --data FOLDER/pump.csv")
        {
            Make = File("pump.csv", Rows(120)),
        },
        new("A title stands before the header", "new FOLDER/drain --data FOLDER/pump.csv")
        {
            Given = "`pump.csv` begins with the line `Pump 7, exported in March`.",
            Make = File("pump.csv", "\"Pump 7, exported in March\"\n" + Csv()),
        },
        new("Numbers have marks between thousands", "new FOLDER/drain --data FOLDER/pump.csv")
        {
            Given = "Line 2 of `pump.csv` is `2025-03-01,\"1,200.5\"`, and the others are alike.",
            Make = File("pump.csv", "time,power\n" + string.Concat(Enumerable.Range(1, 30).Select(
                day => $"2025-03-{day:00},\"1,{200 + day}.5\"\n"))),
        },
        new("A quote is never closed", "check FOLDER")
        {
            Given = "Line 3 of `pump.csv` is `2025-03-01 01:00,\"0.2,1`.",
            Make = File("pump.csv", CsvWithLine(3, "2025-03-01 01:00,\"0.2,1")),
        },
        new("A day does not exist", "check FOLDER")
        {
            Given = "Line 3 of `pump.csv` has the time `2025-02-30 01:00`.",
            Make = File("pump.csv", CsvWithLine(3, "2025-02-30 01:00,0.2,1")),
        },
        new("A time has another form", "check FOLDER")
        {
            Given = "Line 9 of `pump.csv` has the time `1 March, 7 am`.",
            Make = File("pump.csv", CsvWithLine(9, "\"1 March, 7 am\",0.2,1")),
        },
        new("Times go back", "check FOLDER")
        {
            Given = "Lines 4 and 5 of `pump.csv` have the times `2025-03-01 01:00` and `2025-02-01 00:00`.",
            Make = File("pump.csv", Header + "2025-03-01 00:00,1,2\n2025-03-01 01:00,1,2\n" +
                "2025-03-01 01:00,1,2\n2025-02-01 00:00,1,2\n2025-03-01 02:00,1,2\n"),
        },
    ]);
}
