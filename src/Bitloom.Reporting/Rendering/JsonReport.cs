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

    // The usual encoder escapes what could end a script element.
    private static readonly JsonSerializerOptions PageOptions = new(Options)
    {
        WriteIndented = false,
        Encoder = JavaScriptEncoder.Default,
    };

    /// <summary>The report as JSON text; every key is always there, null or empty where a stage did not run.</summary>
    public static string Render(Report report) => JsonSerializer.Serialize(report, Options) + "\n";

    /// <summary>Anything else that a command has to say, in the same form.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    /// <summary>The same on one line, safe inside a script element.</summary>
    internal static string RenderForPage(Report report) => OnOneLine(report);

    /// <summary>Anything else on one line, safe inside a script element.</summary>
    public static string OnOneLine<T>(T value) => JsonSerializer.Serialize(value, PageOptions);

    /// <summary>A simulation's summary in the same form.</summary>
    public static string Render(SimulationSummary summary) => JsonSerializer.Serialize(summary, Options) + "\n";
}
