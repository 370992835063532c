using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Fuzzing;

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
        return new(
            seed, accelerator.ToString(), EngineFeatures.Of(Structure(accelerator)), CellOwners.Count(cells),
            LutMemory(cells), BlockUnits(cells), cells.Count(cell => cell.Type is "DSP48E1" or "SB_MAC16"),
            found.Picoseconds);
    }

    /// <summary>The structure that is estimated.</summary>
    public static EngineStructure Structure(RandomAccelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var family = accelerator.Family == AcceleratorFamily.SevenSeries ? MemoryFamily.SevenSeries : MemoryFamily.Ice40;
        return EngineStructure.Of(accelerator.Program, accelerator.Memories, family, accelerator.LoadPort);
    }

    private static int LutMemory(ImmutableArray<NetlistCell> cells) => cells.Sum(cell => cell.Type switch
    {
        "RAM32M" or "RAM64M" or "RAM128X1D" => 4,
        "RAM32X1D" or "RAM64X1D" or "RAM128X1S" => 2,
        "RAM32X1S" or "RAM64X1S" => 1,
        _ => 0,
    });

    private static int BlockUnits(ImmutableArray<NetlistCell> cells) => cells.Sum(cell => cell.Type switch
    {
        "RAMB36E1" => 2,
        "RAMB18E1" or "SB_RAM40_4K" => 1,
        _ => 0,
    });
}
