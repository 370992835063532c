using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bitloom.Reporting;

/// <summary>The machine-readable form: report.json, described by docs/report.schema.json.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new FiniteNumberConverter() },
    };

    /// <summary>The report as JSON text; every key is always there, null or empty where a stage did not run.</summary>
    public static string Render(Report report) => JsonSerializer.Serialize(report, Options) + "\n";

    /// <summary>A simulation's summary in the same form.</summary>
    public static string Render(SimulationSummary summary) => JsonSerializer.Serialize(summary, Options) + "\n";
}
