using System.Globalization;
using Bitloom.Reporting;
using Spectre.Console;
using Spectre.Console.Testing;

namespace Bitloom.Tests.Reporting;

public sealed class RenderingTests
{
    [Fact]
    public void JsonReport_Render_MatchesItsGolden()
    {
        Golden.Match(JsonReport.Render(ExampleReport.Full), "Expected/report.json");
    }

    [Fact]
    public void JsonReport_Render_KeepsEveryKey_WhenNoStageRan()
    {
        Golden.Match(JsonReport.Render(ExampleReport.Minimal), "Expected/report_minimal.json");
    }

    [Fact]
    public void ConsoleReport_Render_MatchesItsGolden_WithoutColors()
    {
        using var console = new TestConsole().Width(100);

        ConsoleReport.Render(ExampleReport.Full, console);

        Golden.Match(console.Output, "Expected/report.txt");
    }

    [Fact]
    public void ConsoleReport_Render_ColorsTheVerdict_WhereColorsAreShown()
    {
        using var console = new TestConsole().Width(100).EmitAnsiSequences().Colors(ColorSystem.Standard);

        ConsoleReport.Render(ExampleReport.Full, console);

        console.Output.ShouldContain("\u001b[32mVerified");
    }

    [Fact]
    public void Render_IsTheSame_InEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var invariant = (JsonReport.Render(ExampleReport.Full), HtmlReport.Render(ExampleReport.Full));
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NegativeSign = "~";

        CultureInfo.CurrentCulture = other;
        var rendered = (JsonReport.Render(ExampleReport.Full), HtmlReport.Render(ExampleReport.Full));
        CultureInfo.CurrentCulture = before;

        rendered.ShouldBe(invariant);
    }

    [Fact]
    public void ReportFiles_Write_PutsBothFormsIntoTheFolder()
    {
        using var folder = new TemporaryFolder();

        ReportFiles.Write(ExampleReport.Full, folder["out"]);

        File.ReadAllText(folder["out/report.json"]).ShouldBe(JsonReport.Render(ExampleReport.Full));
        File.ReadAllText(folder["out/report.html"]).ShouldBe(HtmlReport.Render(ExampleReport.Full));
        Directory.GetFiles(folder["out"]).Length.ShouldBe(2);
    }
}
