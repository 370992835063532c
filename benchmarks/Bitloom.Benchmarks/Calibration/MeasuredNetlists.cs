using System.Globalization;
using System.IO.Compression;
using Bitloom.Fuzzing;
using Bitloom.Hdl;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Benchmarks;

/// <summary>Netlists of drawn accelerators, kept in a folder so that interrupted measuring goes on.</summary>
public sealed record MeasuredNetlists(string Folder, AcceleratorFamily Family)
{
    /// <summary>The cells that they are of.</summary>
    public CellFamily Cells => Family == AcceleratorFamily.SevenSeries ? CellFamily.SevenSeries : CellFamily.Ice40;

    /// <summary>The netlist and, where the family has delays, the longest path in picoseconds; null when it failed.</summary>
    public async Task<(string Verilog, int Picoseconds)?> FindAsync(int seed, RandomAccelerator accelerator)
    {
        var (netlist, delay) = (PathOf(seed, "v.gz"), PathOf(seed, "ps"));
        if (!File.Exists(delay) && !await SynthesizeAsync(accelerator, netlist, delay))
            return null;
        await using var stream = new GZipStream(File.OpenRead(netlist), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        var picoseconds = int.Parse(await File.ReadAllTextAsync(delay), CultureInfo.InvariantCulture);
        return (await reader.ReadToEndAsync(), picoseconds);
    }

    private async Task<bool> SynthesizeAsync(RandomAccelerator accelerator, string netlist, string delay)
    {
        var work = Directory.CreateTempSubdirectory("bitloom-calibration-").FullName;
        var project = HdlProject.Write(work, accelerator.Program, accelerator.Memories, accelerator.LoadPort);
        var translation = new VerilogTranslation(project);
        var yosys = new Yosys(work);
        if (await translation.RunAsync() is not null)
            return false;
        var synthesis = await yosys.SynthesizeAsync(new(VerilogTranslation.Top, [.. translation.Files], Cells));
        if (!synthesis.Cells.Ok)
            return false;
        var path = Family == AcceleratorFamily.SevenSeries
            ? await yosys.FindLongestPathAsync(VerilogTranslation.Top, synthesis.NetlistPath, Cells)
            : null;
        Directory.CreateDirectory(Folder);
        await using (var from = File.OpenRead(synthesis.NetlistPath))
        await using (var to = new GZipStream(File.Create(netlist), CompressionLevel.Fastest))
            await from.CopyToAsync(to);
        await File.WriteAllTextAsync(delay, (path?.Picoseconds ?? 0).ToString(CultureInfo.InvariantCulture));
        Directory.Delete(work, recursive: true);
        return true;
    }

    /// <summary>Where what is known of a seed is kept.</summary>
    internal string PathOf(int seed, string extension) => Path.Combine(
        Folder,
        string.Create(CultureInfo.InvariantCulture, $"{(Family == AcceleratorFamily.SevenSeries ? "xc7" : "ice40")}-{seed}.{extension}"));
}
