using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bitloom.Reporting;

/// <summary>
/// The engine as a picture: the window goes in, memories feed an array of which every cell is shown, lanes drain it, the
/// answer comes out.
/// </summary>
internal static class EnginePicture
{
    // Beyond, cells are too small to see, and the page would grow.
    private const int MostCells = 1024;
    private const double BitsPerKilobit = 1024;

    // What the colors of the memories mean.
    private const string Kinds =
        "<ul class=\"legend kinds\"><li><i></i>in memory blocks</li>"
        + "<li><i class=\"distributed\"></i>in LUTs</li><li><i class=\"split\"></i>in both</li></ul>\n";

    private static readonly ImmutableArray<string> Activations = ["input", "bank0", "bank1", "bankb"];

    public static void Append(StringBuilder page, Report report)
    {
        if (report.Engine is not { } engine)
            return;
        page.Append("<div class=\"picture card\" role=\"img\" aria-label=\"");
        page.Append(HtmlText.Encode(Description(report, engine))).Append("\">\n");
        AppendStream(page, "window in", report.Model is { } m ? $"{m.Tokens} × {m.Features}" : "");
        AppendMemories(page, "weights and tables", [.. report.Memories.Where(memory => !IsActivation(memory))]);
        AppendMemories(page, "activations", [.. report.Memories.Where(IsActivation)]);
        AppendArray(page, engine);
        page.Append("<div class=\"block lanes\"><h3>epilogue</h3>");
        page.Append(string.Concat(Enumerable.Repeat("<i>× + &gt;&gt;</i>", Math.Min(engine.Lanes, 8))));
        page.Append($"<p>{NumberText.Count(engine.Lanes)} drain {(engine.Lanes == 1 ? "lane" : "lanes")}: ");
        page.Append("multiply, add, shift, clamp</p></div>\n");
        AppendStream(page, "answer out", report.Model is { } model ? NumberText.Count(model.Targets) : "");
        AppendProgram(page, report);
        if (!report.Memories.IsEmpty)
            page.Append(Kinds);
        page.Append("</div>\n");
    }

    private static string Description(Report report, EngineSection engine) =>
        $"The engine: an array of {engine.Rows} by {engine.Columns} cells, {engine.Lanes} drain lanes, "
        + $"{report.Memories.Length} memories and a program of {report.Program.Length} instructions.";

    private static bool IsActivation(MemoryEntry memory) => Activations.Contains(memory.Name);

    private static void AppendStream(StringBuilder page, string name, string size) =>
        page.Append($"<div class=\"stream\"><b>{size}</b><span>{name}</span></div>\n");

    private static void AppendMemories(StringBuilder page, string title, ImmutableArray<MemoryEntry> memories)
    {
        if (memories.IsEmpty)
            return;
        page.Append($"<div class=\"block memories\"><h3>{title}</h3>\n<ul>");
        foreach (var memory in memories)
        {
            page.Append($"<li class=\"{HtmlText.Encode(memory.Kind)}\"><span>{HtmlText.Encode(memory.Name)}</span>");
            page.Append($"<b>{Size(memory.Bits)}</b></li>");
        }

        page.Append("</ul></div>\n");
    }

    private static string Size(long bits) => bits < BitsPerKilobit
        ? $"{NumberText.Count(bits)} bit"
        : string.Create(CultureInfo.InvariantCulture, $"{bits / BitsPerKilobit:0.#} kbit");

    private static void AppendArray(StringBuilder page, EngineSection engine)
    {
        page.Append($"<div class=\"block array\"><h3>array, {engine.Rows} × {engine.Columns}</h3>\n");
        if (engine.Rows * engine.Columns <= MostCells)
        {
            page.Append($"<div class=\"cells\" style=\"--columns:{engine.Columns}\">");
            for (var kind = 0; kind < engine.Cells.Length; kind++)
                page.Insert(page.Length, $"<i class=\"kind{Kind(engine.Cells[kind])}\"></i>", engine.Cells[kind].Count);
            page.Append("</div>\n");
        }

        page.Append("<ul class=\"legend\">");
        foreach (var cell in engine.Cells)
        {
            page.Append($"<li><i class=\"kind{Kind(cell)}\"></i>{NumberText.Count(cell.Count)} ");
            page.Append($"{HtmlText.Encode(cell.Kind)}</li>");
        }

        page.Append("</ul></div>\n");
    }

    private static int Kind(CellEntry cell) => cell.Dsp == 0 ? 2 : cell.Dsp < cell.Count ? 0 : 1;

    private static void AppendProgram(StringBuilder page, Report report)
    {
        if (report.Program.IsEmpty || report.Cycles is not { } cycles)
            return;
        var busy = cycles.Array is { } array
            ? $"; the array takes operands in {NumberText.Percent(array / (double)cycles.Predicted)} of them"
            : "";
        page.Append($"<p class=\"program\">{NumberText.Count(report.Program.Length)} instructions, ");
        page.Append($"{NumberText.Count(cycles.Predicted)} cycles{busy}</p>\n");
    }
}
