using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bitloom.Estimation;

/// <summary>What the files of all fitted models have in common: calibration/*.json.</summary>
internal static class ModelJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The file of that name that Bitloom brings.</summary>
    public static string Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"calibration/{name}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The text of a file.</summary>
    public static string Text(JsonObject root) => root.ToJsonString(Indented) + "\n";

    /// <summary>An error as JSON.</summary>
    public static JsonObject Of(FitError error) => new()
    {
        ["median"] = Rounded(error.Median),
        ["p95"] = Rounded(error.High),
        ["worst"] = Rounded(error.Worst),
    };

    /// <summary>The error that JSON says.</summary>
    public static FitError Error(JsonNode error) => new(
        error["median"]!.GetValue<double>(), error["p95"]!.GetValue<double>(), error["worst"]!.GetValue<double>());

    /// <summary>To six digits: a refit on another machine writes the same file.</summary>
    public static double Rounded(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
