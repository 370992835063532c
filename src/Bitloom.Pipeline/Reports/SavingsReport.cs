using System.Collections.Immutable;
using Bitloom.Estimation;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>What narrower weights would free, by planning the memories again.</summary>
internal static class SavingsReport
{
    private static readonly ImmutableArray<int> Widths = [6, 4];

    public static ImmutableArray<SavingEntry> Of(CompiledModel compiled, Projects.EngineSection engine)
    {
        var (parameters, now) = (compiled.Program.Parameters, compiled.Hardware.Memories.Cost);
        var blockUnits = engine.Device.MemoryFamily().UnitsPerBlock;
        return [.. Widths.Where(bits => bits < parameters.Weights.ElementBits).Select(Saving)];

        SavingEntry Saving(int bits)
        {
            var cost = NarrowWeights.Cost(parameters, engine, bits);
            return new(
                FormattableString.Invariant($"weights of {bits} bits"),
                (double)(now.BlockUnits - cost.BlockUnits) / blockUnits, now.Luts - cost.Luts);
        }
    }
}
