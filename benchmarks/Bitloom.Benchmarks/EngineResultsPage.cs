using System.Globalization;
using Bitloom.Engine;
using Bitloom.Toolchain;

namespace Bitloom.Benchmarks;

/// <summary>docs/results-engine.md: what the engines of the published encoders take of an XC7S15.</summary>
public sealed class EngineResultsPage(int windows, int netlistWindows)
{
    private const int MostPicoseconds = 4000;
    private readonly SortedDictionary<char, (string Row, string Path)> rows = [];
    private readonly List<string> misses = [];
    private readonly Lock gate = new();

    /// <summary>The rows of the table so far.</summary>
    public IEnumerable<string> Rows => rows.Values.Select(row => row.Row);

    /// <summary>Rows that are wrong or do not fit.</summary>
    public int Failures { get; private set; }

    /// <summary>Adds a row of the table and its longest path.</summary>
    /// <param name="wrongRtl">Outputs and cycles of the RTL that differ; less than 0 when it was not built.</param>
    /// <param name="wrongNetlist">The same of the netlist.</param>
    public void Add(
        PublishedRow row, EngineProgram program, ResourceCounts counts, TimingPath path, int wrongRtl, int wrongNetlist)
    {
        var (shape, cells) = (program.Parameters.Shape, program.Parameters.Multipliers);
        var fits = counts is { Lut: <= 8000, LutMemory: <= 2400, FlipFlops: <= 16000, BlockRam: <= 10, Dsp: <= 20 };
        var numbers = string.Create(
            CultureInfo.InvariantCulture,
            $"| {row} | {row.PublishedCycles:#,0} | {row.MostCycles:#,0} | **{program.Schedule.Cycles:#,0}** "
            + $"| {row.PublishedCycles / (double)program.Schedule.Cycles:0} | {program.ArrayCycles / (double)program.Schedule.Cycles:P0} "
            + $"| {shape.T}, {shape.G}, {shape.R} | {cells.Pairs} {cells.Kind.ToString().ToLowerInvariant()} "
            + $"+ {cells.Singles} + {cells.LutCells(shape)} | {counts.Lut:#,0} | {counts.LutMemory:#,0} "
            + $"| {counts.FlipFlops:#,0} | {counts.BlockRam} | {counts.Dsp} | {(fits ? "yes" : "**no**")} "
            + $"| {path.Picoseconds / 1000.0:0.00} | {wrongRtl}, {wrongNetlist} |");
        var longest = string.Create(
            CultureInfo.InvariantCulture,
            $"| {row} | {path.Picoseconds / 1000.0:0.00}{(path.Picoseconds > MostPicoseconds ? " (over)" : "")} "
            + $"| `{path.From}` | `{path.To}` | {path.Summary} |");
        lock (gate)
        {
            Failures += wrongRtl == 0 && wrongNetlist == 0 && fits ? 0 : 1;
            rows[row.Name] = (numbers, longest);
        }
    }

    /// <summary>Adds an engine that was chosen first, and that Yosys counted beyond the device.</summary>
    public void AddMiss(PublishedRow row, EngineProgram program, int luts)
    {
        var shape = program.Parameters.Shape;
        lock (gate)
        {
            misses.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row} | {shape.T}, {shape.G}, {shape.R} | {program.Schedule.Cycles:#,0} | {luts:#,0} |"));
        }
    }

    /// <summary>Writes the page.</summary>
    public void Write()
    {
        lock (gate)
            File.WriteAllLines(Path.Combine(BenchmarkResult.Folder, "..", "..", "docs", "results-engine.md"), Lines());
    }

    private IEnumerable<string> Misses() => misses.Count == 0
        ? []
        :
        [
            "",
            "## Chosen first, and too large",
            "",
            "Faster engines within 8,000 LUTs by the compiler's estimate, but not by Yosys's count; the rows above were "
                + "compiled for 5 % fewer LUTs then.",
            "",
            "| (n, d, bits), inputs | T, G, R | cycles | LUT |",
            "|---|---|---|---|",
            .. misses,
        ];

    private IEnumerable<string> Lines() =>
        [
            "# The engine on an XC7S15",
            "",
            BenchmarkResult.Provenance("dotnet run -c Release benchmarks/EngineResults.cs"),
            "Encoders of n tokens, width d and one bit width, one block and one head unless said, a hidden width of 4 d, one "
                + "output; weights trained for a few epochs on sines.",
            "Budget: 8,000 LUT, of them 2,400 as memory, 16,000 flip-flops, 10 block RAMs of 36 kbit, 20 DSP slices.",
            "T, G, R are the compiler's choice for the least latency. Cells: DSP slices of two products (where their sums "
                + "are), of one, and cells of LUTs.",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Cycles are those of the RTL simulation, which equal the predicted ones. Wrong: outputs and cycles that "
                + $"differ, of {windows} windows through the RTL and {netlistWindows} through the netlist of Yosys's cells, "
                + $"both in Verilator."),
            "LUT as Yosys counts cells before packing, inverters included. Array: share of all cycles, streams included, in "
                + "which the array takes operands. ns: the longest path by cell delays, without routing.",
            "",
            "| (n, d, bits), inputs | published cycles | at most | cycles | times fewer | array | T, G, R | cells | LUT "
                + "| LUT memory | FF | BRAM36 | DSP | fits | ns | wrong |",
            "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|",
            .. Rows,
            "",
            "## Longest paths",
            "",
            "By `sta` of Yosys over the netlist; the aim is 4.0 ns of cell delay. From and to are the first and the last wire "
                + "with a name.",
            "",
            "| (n, d, bits), inputs | ns | from | to | cells |",
            "|---|---|---|---|---|",
            .. rows.Values.Select(row => row.Path),
            .. Misses(),
            "",
            "## Where the array waits",
            "",
            "The array takes no operands while the input comes (n m cycles) and the output goes (4 an output), in the part of a "
                + "softmax that no product fills (T R probabilities a lane need the sum of their row first), and where a tile "
                + "has fewer steps than its T G results take slots in R drain lanes. With d of 16 or 32 tiles are that short: "
                + "more lanes would help, and are what the LUTs are missing for. See docs/decisions/0043 and 0045.",
        ];
}
