// Builds encoders for an iCE40UP5K to the bitstream, places and routes each with further seeds, and writes what the report and
// the router say to results/ice40.md. Run from anywhere: dotnet run benchmarks/Ice40.cs
#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:project ../src/Bitloom.Toolchain/Bitloom.Toolchain.csproj
#:property PublishAot=false
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bitloom.Benchmarks;
using Bitloom.Toolchain;

const int Seeds = 3;
const double Clock = 24;
var root = Path.GetFullPath(Path.Combine(BenchmarkResult.Folder, "..", ".."));
(int N, int D, int Bits, string Shape)[] cases =
    [(12, 16, 4, "searched"), (24, 8, 8, "searched")];
var lines = new List<string>
{
    "# Encoders on an iCE40UP5K",
    "",
    BenchmarkResult.Provenance("dotnet run benchmarks/Ice40.cs"),
    "One input (temp_max of samples/weather), one head, one block, one output. What is routed is the whole bitstream: clock, "
        + "serial line, engine; sg48, the pins of the iCEBreaker, nextpnr-ice40 aiming at 24 MHz.",
    "MHz: reached by placements of the seeds 1, 2, 3. Windows a second: at 24 MHz without the line, and with it at 115,200 "
        + "and 1,000,000 baud (bits on the line and cycles of the engine, one after the other).",
    "quantization.multiplierBits is 15: M and N then fit the 16 bits of an SB_MAC16. The build's RTL, translation and netlist "
        + "are played windows; differences are those of all rungs of the agreement ladder.",
    "Of the device: 5,280 logic cells, 30 EBR of 4 kbit, 4 SPRAM, 8 SB_MAC16.",
    "",
    "| n, d, bits | T, G, R | MHz | logic cells | EBR | SPRAM | MAC16 | cycles predicted | counted | windows/s | 115,200 | 1 M "
        + "| bytes | differences |",
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|",
};
var failures = 0;
foreach (var item in cases)
{
    var row = await RowAsync(item);
    Console.WriteLine(row);
    lines.Add(row);
}

var result = BenchmarkResult.Write("ice40.md", lines);
Console.WriteLine($"{result}: {failures} builds failed");
return failures == 0 ? 0 : 1;

async Task<string> RowAsync((int N, int D, int Bits, string Shape) item)
{
    var output = Directory.CreateTempSubdirectory("bitloom-ice40-").FullName;
    var head = $"| {item.N}, {item.D}, {item.Bits} ";
    if (Build(item, output) is not { } report)
    {
        Directory.Delete(output, recursive: true);
        return head + "| not built | | | | | | | | | | | | |";
    }

    head += $"| {ShapeOf(output)} ";
    var (routing, cycles) = (report.GetProperty("routing"), report.GetProperty("cycles"));
    var megahertz = new List<double> { routing.GetProperty("reachedMegahertz").GetDouble() };
    for (var seed = 2; seed <= Seeds; seed++)
        megahertz.Add(await RouteAsync(output, seed));
    Directory.Delete(output, recursive: true);
    var predicted = cycles.GetProperty("predicted").GetInt64();
    var differences = report.GetProperty("agreement").EnumerateArray()
        .Sum(rung => rung.GetProperty("differences").GetInt64());
    var bits = 10 * (2 * 8 + item.N + 1);
    double Rate(double baud) => 1 / (bits / baud + predicted / (Clock * 1e6));
    string Cells(string kind) => routing.GetProperty(kind).GetProperty("used").GetInt32().ToString(CultureInfo.InvariantCulture);
    return head + string.Create(CultureInfo.InvariantCulture,
        $"| {string.Join(", ", megahertz.Select(value => value.ToString("0.0", CultureInfo.InvariantCulture)))} "
        + $"| {Cells("logicCells")} | {Cells("blockRam")} | {Cells("largeRam")} | {Cells("dsp")} | {predicted} "
        + $"| {cycles.GetProperty("simulated").GetInt64()} | {Clock * 1e6 / predicted:0} | {Rate(115_200):0} "
        + $"| {Rate(1_000_000):0} | {routing.GetProperty("bitstreamBytes").GetInt64()} | {differences} |");
}

// The board's netlist of the build, once more with another placement.
async Task<double> RouteAsync(string output, int seed)
{
    var folder = Path.Combine(output, "hardware");
    var pins = File.ReadAllText(Path.Combine(folder, "ice40_board.pcf"));
    var routed = await new NextpnrIce40(folder).RouteAsync(
        new RoutingRequest("ice40_board", "ice40_board_netlist.json", pins, "sg48", Clock, seed));
    failures += routed.Design.Ok ? 0 : 1;
    return routed.Design.Value?.Megahertz ?? 0;
}

JsonElement? Build((int N, int D, int Bits, string Shape) item, string output)
{
    string[] settings =
    [
        "data.features=[temp_max]", $"data.window={item.N}", $"model.dimension={item.D}",
        $"quantization.bits={item.Bits}", "quantization.multiplierBits=15", "engine.device=ice40up5k", $"engine.clock={Clock}",
        "verification.windows=2", "verification.translatedWindows=128", "verification.netlistWindows=2",
        .. item.Shape == "searched" ? [] : item.Shape.Split(' ').Zip(
            (string[])["rows", "columns", "lanes"], (size, key) => $"engine.{key}={size}"),
    ];
    using var process = Process.Start(new ProcessStartInfo(
        Path.Combine(root, "bitloom"),
        [
            "build", Path.Combine(root, "samples", "weather"), "--quiet", "--output", output,
            .. settings.SelectMany(setting => (string[])["--set", setting]),
        ]))!;
    process.WaitForExit();
    failures += process.ExitCode == 0 ? 0 : 1;
    var path = Path.Combine(output, "report.json");
    return process.ExitCode == 0 ? JsonDocument.Parse(File.ReadAllText(path)).RootElement : null;
}

static string ShapeOf(string output)
{
    var text = File.ReadAllText(Path.Combine(output, "hardware", "rtl", "accelerator_constants.vhd"));
    string Value(string name) => text.Split($"{name}_c : natural := ")[1].Split(';')[0];
    return $"{Value("rows")}, {Value("columns")}, {Value("lanes")}";
}
