using System.Runtime.InteropServices;
using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>The integer softmax: exponentials by look-up, then the row's reciprocal in 32-bit lanes where it fits.</summary>
internal sealed class SoftmaxOperation<TLanes, TVector> : FastOperation
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private readonly SoftmaxOp op;
    private readonly TensorPlace scores;
    private readonly TensorPlace output;
    private readonly int[] table;
    private readonly bool fits;

    public SoftmaxOperation(SoftmaxOp op, TensorPlace scores, TensorPlace output)
    {
        (this.op, this.scores, this.output) = (op, scores, output);
        table = [.. op.Exponentials];
        fits = ValueRanges.Of(op).Product <= int.MaxValue;
    }

    /// <summary>Words that the workspace needs for a row.</summary>
    public int Row => output.Stride;

    public override void Run(Workspace workspace)
    {
        for (var row = 0; row < output.Rows; row++)
        {
            var (start, keys) = (scores.Offset + row * scores.Stride, op.Keys(row));
            var exponentials = workspace.Row.AsSpan(0, scores.Columns);
            exponentials[keys..].Clear();
            var sum = Exponentials(workspace.Tensors.AsSpan(start, keys), exponentials);
            var reciprocal = IntegerArithmetic.Reciprocal(op.Output.Format.Bits, op.ReciprocalShift, sum);
            if (fits)
                InLanes(workspace, (int)reciprocal, output.Offset + row * output.Stride);
            else
                OneByOne(exponentials, reciprocal, workspace.Tensors.AsSpan(output.Offset + row * output.Stride));
        }
    }

    // At most 32768 exponentials of 12 bits.
    private int Exponentials(ReadOnlySpan<short> row, Span<int> exponentials)
    {
        unchecked
        {
            int maximum = row[0];
            for (var key = 1; key < row.Length; key++)
                maximum = Math.Max(maximum, row[key]);
            var sum = 0;
            for (var key = 0; key < row.Length; key++)
            {
                var exponential = table[maximum - row[key]];
                exponentials[key] = exponential;
                sum += exponential;
            }

            return sum;
        }
    }

    // What an earlier row or operation left beyond the last key becomes padding of the output.
    private void InLanes(Workspace workspace, int reciprocal, int target)
    {
        var factor = TLanes.Fill(reciprocal);
        var half = TLanes.Fill(1 << (op.ReciprocalShift - 1));
        var (minimum, maximum) = (TLanes.Fill(0), TLanes.Fill(op.Output.Format.Maximum));
        ref var memory = ref MemoryMarshal.GetArrayDataReference(workspace.Tensors);
        for (var key = 0; key < output.Stride; key += TLanes.Count)
        {
            var product = TLanes.Multiply(TLanes.Load(ref workspace.Row[0], key), factor);
            var rounded = TLanes.ShiftRight(TLanes.Add(product, half), op.ReciprocalShift);
            TLanes.StoreShorts(TLanes.Clamp(rounded, minimum, maximum), ref memory, target + key);
        }
    }

    private void OneByOne(ReadOnlySpan<int> exponentials, long reciprocal, Span<short> row)
    {
        var bits = op.Output.Format.Bits;
        for (var key = 0; key < exponentials.Length; key++)
        {
            row[key] = (short)IntegerArithmetic.Probability(
                exponentials[key], reciprocal, bits, op.ReciprocalShift);
        }
    }
}
