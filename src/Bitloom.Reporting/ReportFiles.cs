using Bitloom.Diagnostics;

namespace Bitloom.Reporting;

/// <summary>Writes the file forms of a report: report.json and report.html.</summary>
public static class ReportFiles
{
    /// <summary>Name of the JSON form.</summary>
    public const string Json = "report.json";

    /// <summary>Name of the HTML form.</summary>
    public const string Html = "report.html";

    /// <summary>Removes those of an earlier build, which would not belong to what follows.</summary>
    public static void Remove(string folder)
    {
        File.Delete(Path.Combine(folder, Json));
        File.Delete(Path.Combine(folder, Html));
    }

    /// <summary>Writes both into the folder, each whole or not at all.</summary>
    public static void Write(Report report, string folder)
    {
        AtomicFile.Write(Path.Combine(folder, Json), JsonReport.Render(report));
        AtomicFile.Write(Path.Combine(folder, Html), HtmlReport.Render(report));
    }
}
