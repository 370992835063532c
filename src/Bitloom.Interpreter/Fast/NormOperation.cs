using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>
/// LayerNorm and RMSNorm, a row at a time. Sums are proven to fit 32 bits where the widths say so; r u and the spread
/// are of 64 bits.
/// </summary>
internal sealed class NormOperation(NormOp op, NormWidths widths, TensorPlace input, TensorPlace output) : FastOperation
{
    private readonly bool narrow = widths.Squares <= int.MaxValue && widths.SumBits <= 32;

    public override void Run(Workspace workspace)
    {
        for (var row = 0; row < output.Rows; row++)
        {
            var source = workspace.Tensors.AsSpan(input.Offset + row * input.Stride, input.Columns);
            var target = workspace.Tensors.AsSpan(output.Offset + row * output.Stride, output.Columns);
            var (sum, squares) = narrow ? NarrowSums(source) : WideSums(source);
            Finish(source, target, op.Centered ? sum : 0, squares);
        }
    }

    private static (long Sum, long Squares) NarrowSums(ReadOnlySpan<short> row)
    {
        unchecked
        {
            var (sum, squares) = (0, 0);
            foreach (int x in row)
                (sum, squares) = (sum + x, squares + x * x);
            return (sum, squares);
        }
    }

    private static (long Sum, long Squares) WideSums(ReadOnlySpan<short> row)
    {
        var (sum, squares) = (0L, 0L);
        foreach (long x in row)
            (sum, squares) = (sum + x, squares + x * x);
        return (sum, squares);
    }

    private void Finish(ReadOnlySpan<short> row, Span<short> target, long sum, long squares)
    {
        long count = row.Length;
        var root = IntegerArithmetic.ReciprocalRoot(op.Gain, count * squares - sum * sum + op.Epsilon);
        var (minimum, maximum) = (op.Output.Format.Minimum, op.Output.Format.Maximum);
        for (var column = 0; column < target.Length; column++)
        {
            target[column] = (short)IntegerArithmetic.Normalized(
                root, count * row[column] - sum, op.Shift, minimum, maximum);
        }
    }
}
