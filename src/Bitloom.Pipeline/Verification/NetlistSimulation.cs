using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Hdl;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>
/// The synthesized netlist in Verilator: cell by cell what Yosys counted. The cells behave as Yosys's own models say,
/// block RAMs of the 7 series as ours do, since Yosys's are empty. Memory contents are in the netlist, so it has one
/// program, and what starts undefined in the device starts from random values. A run can record what its nets do.
/// </summary>
public static class NetlistSimulation
{
    private const string Models = "cells_sim.sv";

    /// <summary>A simulation to be built; fails when the models of the cells are not found.</summary>
    /// <param name="netlistPath">The netlist of <see cref="VerilogTranslation.Top"/>, as Yosys wrote it.</param>
    /// <param name="cacheFolder">Where simulators are kept; the user's cache folder when null.</param>
    public static async Task<Checked<VerilatedSimulation>> PrepareAsync(
        HdlProject project, string netlistPath, CellFamily family, BuildTools tools, string? cacheFolder = null,
        CancellationToken cancellation = default)
    {
        var models = await new Yosys(project.Directory, tools.Yosys).FindModelsAsync(family, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!models.Ok)
            return Checked.Failure<VerilatedSimulation>(models.Diagnostics);
        var verilator = new Verilator(
            VerilogTranslation.Top, Sources(netlistPath, File.ReadAllText(models.Value)), project.Directory,
            tools.Verilator, cacheFolder,
            [
                .. Verilator.FewWindows, .. NetlistRecording.Options,
                .. family.ModelDefines.Select(define => $"-D{define}"),
            ])
        {
            LogName = "verilate-netlist.log",
        };
        return Checked.Success(new VerilatedSimulation(project, verilator));
    }

    private static ImmutableSortedDictionary<string, string> Sources(string netlistPath, string models)
    {
        var own = RtlSources.CellModels.ToDictionary(name => Path.GetFileName(name), RtlSources.Read);
        var sources = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        sources.AddRange(own);
        sources[Models] = BlackBoxes.Remove(models, own.Keys.Select(name => Path.GetFileNameWithoutExtension(name)));
        sources[Path.GetFileName(netlistPath)] = NetlistRecording.Choose(File.ReadAllText(netlistPath));
        sources[Path.GetFileName(HdlProject.VerilatorMain)] =
            NetlistRecording.Record(VerilogTranslation.Top, RtlSources.Read(RtlSources.VerilatorBench));
        return sources.ToImmutable();
    }
}
