using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Bitloom.Estimation;
using Bitloom.Fuzzing;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Benchmarks;

/// <summary>
/// The longest path of each kept netlist: by the delays of its cells for xc7, as nextpnr places and routes it for an
/// iCE40UP5K. Kept beside the netlists: SEED.path.
/// </summary>
public sealed record MeasuredPaths(MeasuredNetlists Netlists)
{
    // Of samples/weather, and of most designs that are small enough for the device.
    private const double Megahertz = 24;
    private const double PicosecondsPerMicrosecond = 1e6;
    private const string Json = "netlist.json";

    /// <summary>Its delay and the part it ends in; null where there is no netlist, or no place for it.</summary>
    public async Task<(int Picoseconds, EnginePart Part)?> FindAsync(int seed)
    {
        var kept = Netlists.PathOf(seed, "path");
        if (!File.Exists(kept))
        {
            if (!File.Exists(Netlists.PathOf(seed, "ps")))
                return null;
            await File.WriteAllTextAsync(kept, await MeasureAsync(seed));
        }

        var words = (await File.ReadAllTextAsync(kept)).Split(' ');
        return words.Length == 2
            ? (int.Parse(words[0], CultureInfo.InvariantCulture),
                CellOwners.PartOf(words[1]) ?? EnginePart.Sequencer)
            : null;
    }

    private async Task<string> MeasureAsync(int seed)
    {
        var work = Directory.CreateTempSubdirectory("bitloom-paths-").FullName;
        var netlist = Path.Combine(work, "netlist.v");
        await using (var from = new GZipStream(File.OpenRead(Netlists.PathOf(seed, "v.gz")), CompressionMode.Decompress))
        await using (var to = File.Create(netlist))
            await from.CopyToAsync(to);
        var path = Netlists.Family == AcceleratorFamily.SevenSeries
            ? await CellsAsync(work, netlist)
            : await RoutedAsync(work, netlist);
        Directory.Delete(work, recursive: true);
        return path is { } found
            ? string.Create(CultureInfo.InvariantCulture, $"{found.Picoseconds} {found.End}")
            : "too-large";
    }

    private async Task<(int Picoseconds, string End)?> CellsAsync(string work, string netlist) =>
        await new Yosys(work).FindLongestPathAsync(VerilogTranslation.Top, netlist, Netlists.Cells) is { } path
            ? (path.Picoseconds, path.To)
            : null;

    private static async Task<(int Picoseconds, string End)?> RoutedAsync(string work, string netlist)
    {
        // The models' processes are not for JSON; the router knows the cells by name.
        await new Yosys(work).RunAsync("json", $"""
            read_verilog -lib +/ice40/cells_sim.v
            read_verilog "{netlist}"
            hierarchy -top {VerilogTranslation.Top}
            proc
            write_json {Json}

            """);
        var routed = await new NextpnrIce40(work).RouteAsync(new("netlist", Json, "", "sg48", Megahertz, Seed: 1));
        if (!routed.Design.Ok)
            return null;
        var report = await File.ReadAllTextAsync(Path.Combine(work, "netlist_route.json"));
        return ((int)Math.Round(PicosecondsPerMicrosecond / routed.Design.Value.Megahertz), End(report));
    }

    // The first of the paths is the one between registers.
    private static string End(string report)
    {
        using var document = JsonDocument.Parse(report);
        var path = document.RootElement.GetProperty("critical_paths")[0].GetProperty("path");
        return path[path.GetArrayLength() - 1].GetProperty("to").GetProperty("cell").GetString()!;
    }
}
