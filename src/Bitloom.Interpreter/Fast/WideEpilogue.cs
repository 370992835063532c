using System.Runtime.InteropServices;
using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>
/// In 64-bit lanes, even and odd columns apart, for sums of which the shift is proven to leave 32 bits. With s up to 32
/// these are the bits s to s + 31 of the sum, which no arithmetic shift of 64 bits is needed for: the even columns'
/// shifted right and the odd columns' shifted left are halves of 64-bit lanes again. With a greater s the upper words of
/// the sums are shifted on by s - 32.
/// </summary>
internal sealed class WideEpilogue<TLanes, TVector> : EpilogueStep
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int WordBits = 32;

    private readonly int[] multipliers;
    private readonly int[] residualMultipliers;
    private readonly int[] evenOffsets;
    private readonly int[] oddOffsets;

    public WideEpilogue(Epilogue epilogue, TensorPlace output, TensorPlace? residual)
        : base(epilogue, output, residual)
    {
        multipliers = PerColumn(epilogue.Multiplier);
        residualMultipliers = epilogue.Residual is { } term ? PerColumn(term.Multiplier) : [];
        evenOffsets = Offsets(odd: 0);
        oddOffsets = Offsets(odd: 1);
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
                var residualMultiplier = Residual is null ? default : TLanes.Load(ref residualMultipliers[0], column);
                var evenOffset = TLanes.Load(ref evenOffsets[0], column);
                var oddOffset = TLanes.Load(ref oddOffsets[0], column);
                for (var row = 0; row < rows; row++)
                {
                    var sum = TLanes.Load(ref sums[0], row * strideOfSums + column);
                    var even = TLanes.AddLong(TLanes.MultiplyEven(sum, multiplier), evenOffset);
                    var odd = TLanes.AddLong(MultiplyOdd(sum, multiplier), oddOffset);
                    if (Residual is { } place)
                    {
                        var k = Epilogue.Residual!.Shift;
                        var addend = TLanes.LoadShorts(ref memory, place.Offset + (first + row) * place.Stride + column);
                        var evenProduct = TLanes.MultiplyEven(addend, residualMultiplier);
                        var oddProduct = MultiplyOdd(addend, residualMultiplier);
                        even = TLanes.AddLong(even, TLanes.ShiftLeftLong(evenProduct, k));
                        odd = TLanes.AddLong(odd, TLanes.ShiftLeftLong(oddProduct, k));
                    }

                    var result = TLanes.Clamp(Shift(even, odd), minimum, maximum);
                    TLanes.StoreShorts(
                        result, ref memory, Output.Offset + (first + row) * Output.Stride + column);
                }
            }
        }
    }

    private static TVector MultiplyOdd(TVector left, TVector right) => TLanes.MultiplyEven(
        TLanes.ShiftRightLong(left, WordBits), TLanes.ShiftRightLong(right, WordBits));

    private TVector Shift(TVector even, TVector odd)
    {
        var within = Math.Min(Epilogue.Shift, WordBits);
        var words = TLanes.Blend(
            TLanes.ShiftRightLong(even, within), TLanes.ShiftLeftLong(odd, WordBits - within));
        return TLanes.ShiftRight(words, Epilogue.Shift - within);
    }

    /// <summary>The offsets of every other column as 64-bit lanes, each in two words.</summary>
    private int[] Offsets(int odd)
    {
        var offsets = new int[Output.Stride];
        var lanes = MemoryMarshal.Cast<int, long>(offsets.AsSpan());
        for (var column = odd; column < Output.Columns; column += 2)
            lanes[column / 2] = Epilogue.Offset(column);
        return offsets;
    }
}
