using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Fuzzing;
using Bitloom.Toolchain;

namespace Bitloom.Benchmarks;

/// <summary>Draws accelerators, synthesizes them and counts their cells by part.</summary>
public static class CalibrationMeasurement
{
    /// <summary>The point of a seed; null when it could not be synthesized.</summary>
    public static async Task<CalibrationPoint?> MeasureAsync(MeasuredNetlists netlists, int seed)
    {
        ArgumentNullException.ThrowIfNull(netlists);
        var accelerator = RandomAccelerators.Create(seed, netlists.Family);
        if (await netlists.FindAsync(seed, accelerator) is not { } found)
            return null;
        var cells = NetlistReader.Read(found.Verilog);
        var (structure, counts) = (Structure(accelerator), Resources(cells, netlists.Cells));
        return new(
            seed, accelerator.ToString(), EngineFeatures.Of(structure), CellOwners.Count(cells), counts.LutMemory,
            (int)(counts.BlockRam * structure.Family.UnitsPerBlock), counts.Dsp, found.Picoseconds);
    }

    /// <summary>The structure that is estimated.</summary>
    public static EngineStructure Structure(RandomAccelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var family = accelerator.Family == AcceleratorFamily.SevenSeries ? MemoryFamily.SevenSeries : MemoryFamily.Ice40;
        return EngineStructure.Of(accelerator.Program, accelerator.Memories, family, accelerator.LoadPort);
    }

    private static ResourceCounts Resources(ImmutableArray<NetlistCell> cells, CellFamily family) => family.Resources(
        new(cells.CountBy(cell => cell.Type).ToImmutableSortedDictionary(StringComparer.Ordinal)));
}
