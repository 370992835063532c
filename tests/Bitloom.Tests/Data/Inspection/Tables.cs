using System.Globalization;

namespace Bitloom.Tests.Data.Inspection;

/// <summary>CSV files of many shapes: those that users have, and ugly ones.</summary>
internal static class Tables
{
    /// <summary>Rows of some cells, below a header.</summary>
    public static string Of(string header, int rows, Func<int, string> row) =>
        header + "\n" + string.Concat(Enumerable.Range(0, rows).Select(index => row(index) + "\n"));

    /// <summary>A number that varies, with two decimals.</summary>
    public static string Wave(int row, double period = 5) =>
        Math.Sin(row / period).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>An hour of 2024.</summary>
    public static string Hour(int row) =>
        new DateTime(2024, 1, 1).AddHours(row).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Everything that a column can hold.</summary>
    public static string Everything => Of("time,level,copy,state,still,n,text,,twice,twice,none", 100, row => string.Create(
        CultureInfo.InvariantCulture,
        $"{Hour(row)},{Wave(row)},{Wave(row)},{(row % 3 == 0 ? "on" : "off")},7,{row + 1},id{row},1,2,3,"));

    /// <summary>Semicolons and decimal commas, the date and the time of the day apart, bare separators at the end.</summary>
    public static string European => Of("Datum;Zeit;Druck;;", 100, row => string.Create(
        CultureInfo.InvariantCulture,
        $"{new DateTime(2024, 1, 1).AddHours(row):dd.MM.yyyy;HH.mm.ss};{Wave(row).Replace('.', ',')};;"));

    /// <summary>-999 for a missing value, a question mark for another.</summary>
    public static string Sentinels => Of("a,b", 200, row =>
        $"{(row % 50 == 7 ? "-999" : Wave(row))},{(row % 60 == 3 ? "?" : Wave(row, 9))}");

    /// <summary>Every tenth row is missing: no twelve in a row.</summary>
    public static string Gappy =>
        Of("time,a,b", 300, row => $"{Hour(row)},{(row % 10 == 9 ? "" : Wave(row))},{Wave(row, 7)}");

    /// <summary>The newest row first.</summary>
    public static string Descending => Of("time,a", 100, row => $"{Hour(1000 - row)},{Wave(row)}");

    /// <summary>No step like another.</summary>
    public static string Irregular => Of("time,a", 100, row => $"{Hour(row * row)},{Wave(row)}");

    /// <summary>Two columns of numbers, nothing else.</summary>
    public static string Plain => Of("a,b", 60, row => $"{Wave(row)},{Wave(row, 3)}");
}
