using System.Globalization;
using Bitloom.Data;
using Bitloom.Diagnostics;

namespace Bitloom.Tests.Data;

/// <summary>Small data sets and the options to read them with.</summary>
internal static class Reading
{
    public static DataOptions Options(TemporaryFolder folder, string file = "a.csv") => new()
    {
        Directory = folder.Path,
        File = file,
        Features = ["x"],
        Targets = ["y"],
        Window = new WindowSpec(2),
    };

    /// <summary>Columns t, x, y over the hours of 2020: x = row, y = 10 row.</summary>
    public static string Ramp(int rows) => "t,x,y\n" + string.Concat(Enumerable.Range(0, rows).Select(RampRow));

    public static string RampRow(int row) => string.Create(CultureInfo.InvariantCulture,
        $"{new DateTime(2020, 1, 1).AddHours(row):yyyy-MM-dd HH:mm},{row},{10 * row}\n");

    /// <summary>Reads a text as the file a.csv.</summary>
    public static Checked<ForecastData> Read(string text, Func<DataOptions, DataOptions>? change = null)
    {
        using var folder = new TemporaryFolder().With("a.csv", text);
        var options = Options(folder);
        return ForecastDataReader.Read(change is null ? options : change(options));
    }

    public static string Messages(Checked<ForecastData> result) => string.Join('\n', result.Diagnostics);
}
