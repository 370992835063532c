using System.Runtime.InteropServices;
using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>
/// In 32-bit lanes, for sums that are proven to fit 32 bits: terms may wrap, as their sum modulo 2^32 is then the sum.
/// </summary>
internal sealed class NarrowEpilogue<TLanes, TVector> : EpilogueStep
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private readonly int[] multipliers;
    private readonly int[] offsets;
    private readonly int[] residualMultipliers;
    private readonly int shift;

    public NarrowEpilogue(Epilogue epilogue, TensorPlace output, TensorPlace? residual)
        : base(epilogue, output, residual)
    {
        multipliers = PerColumn(epilogue.Multiplier);
        offsets = PerColumn(column => unchecked((int)epilogue.Offset(column)));
        residualMultipliers = epilogue.Residual is { } term
            ? PerColumn(column => unchecked((int)((long)term.Multiplier(column) << term.Shift)))
            : [];
        // A shift by more leaves of 32 bits what 31 leaves: the sign.
        shift = Math.Min(epilogue.Shift, 31);
    }

    public override void Run(int[] sums, int strideOfSums, short[] tensors, int first, int rows)
    {
        unchecked
        {
            var (minimum, maximum) = (TLanes.Fill(Epilogue.Minimum), TLanes.Fill(Epilogue.Maximum));
            ref var memory = ref MemoryMarshal.GetArrayDataReference(tensors);
            for (var column = 0; column < Output.Stride; column += TLanes.Count)
            {
                var multiplier = TLanes.Load(ref multipliers[0], column);
                var offset = TLanes.Load(ref offsets[0], column);
                var residualMultiplier = Residual is null ? default : TLanes.Load(ref residualMultipliers[0], column);
                for (var row = 0; row < rows; row++)
                {
                    var sum = TLanes.Load(ref sums[0], row * strideOfSums + column);
                    sum = TLanes.Add(TLanes.Multiply(sum, multiplier), offset);
                    if (Residual is { } place)
                    {
                        var addend = TLanes.LoadShorts(ref memory, place.Offset + (first + row) * place.Stride + column);
                        sum = TLanes.Add(sum, TLanes.Multiply(addend, residualMultiplier));
                    }

                    var result = TLanes.Clamp(TLanes.ShiftRight(sum, shift), minimum, maximum);
                    TLanes.StoreShorts(
                        result, ref memory, Output.Offset + (first + row) * Output.Stride + column);
                }
            }
        }
    }
}
