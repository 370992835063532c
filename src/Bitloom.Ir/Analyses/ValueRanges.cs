using Bitloom.Diagnostics;

namespace Bitloom.Ir;

/// <summary>
/// Proves from the actual constants what each intermediate value can be. Where an operand is constant its values are
/// used; elsewhere the element's range is the format intersected with the clamp of the operation that makes it.
/// Operands are taken as independent of each other, so the ranges are safe, and exact for one constant operand.
/// </summary>
public static class ValueRanges
{
    /// <summary>What an element of <paramref name="tensor"/> can be.</summary>
    public static ValueRange Elements(IntegerGraph graph, string tensor)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.Producer(tensor) switch
        {
            ConstantOp constant => new(constant.Values.Min(), constant.Values.Max()),
            MatMulOp product => ValueRange.Of(product.Output.Format)
                .Intersect(new(product.Epilogue.Minimum, product.Epilogue.Maximum)),
            LookupOp lookup => new(lookup.Table.Min(), lookup.Table.Max()),
            var other => ValueRange.Of(other.Output.Format),
        };
    }

    /// <summary>What an element of column <paramref name="column"/> of <paramref name="tensor"/> can be.</summary>
    public static ValueRange Elements(IntegerGraph graph, string tensor, int column)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.Producer(tensor) is not ConstantOp { Output: var output } constant)
            return Elements(graph, tensor);
        var values = Enumerable.Range(0, output.Rows).Select(row => constant.Values[row * output.Columns + column]);
        return values.Select(value => new ValueRange(value, value)).Aggregate((left, right) => left.Union(right));
    }

    /// <summary>The ranges of a matrix product, over all its columns.</summary>
    /// <exception cref="CompilerBugException">A value can leave 64 bits.</exception>
    public static MatMulWidths Of(IntegerGraph graph, MatMulOp op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var columns = Enumerable.Range(0, op.Output.Columns);
        return columns.Select(column => Of(graph, op, column)).Aggregate((left, right) => left.Union(right));
    }

    /// <summary>The ranges of one column of a matrix product.</summary>
    /// <exception cref="CompilerBugException">A value can leave 64 bits.</exception>
    public static MatMulWidths Of(IntegerGraph graph, MatMulOp op, int column)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(op);
        try
        {
            var accumulator = AccumulatorRange.Of(graph, op, column);
            var product = accumulator.Times(op.Epilogue.Multiplier(column));
            var residual = Residual(graph, op.Epilogue.Residual, column);
            var sum = product.Plus(residual).Plus(op.Epilogue.Offset(column));
            return new(accumulator, product, residual, sum);
        }
        catch (OverflowException)
        {
            throw new CompilerBugException($"value ranges of '{op.Output.Name}'", "the epilogue can leave 64 bits");
        }
    }

    /// <summary>The greatest values of a softmax over <paramref name="op"/>'s columns as keys.</summary>
    public static SoftmaxWidths Of(SoftmaxOp op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var largest = op.Exponentials[0];
        var reciprocal = IntegerArithmetic.Reciprocal(op.Output.Format.Bits, op.ReciprocalShift, largest);
        var product = largest * reciprocal + (1L << (op.ReciprocalShift - 1));
        return new((long)op.Output.Columns * largest, reciprocal, product);
    }

    /// <summary>The ranges of a normalization.</summary>
    public static NormWidths Of(IntegerGraph graph, NormOp op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (x, count) = (Elements(graph, op.Input), (long)op.Output.Columns);
        var (magnitude, width) = (Math.Max(Math.Abs(x.Minimum), Math.Abs(x.Maximum)), x.Maximum - x.Minimum);

        // Popoviciu: the variance is at most a quarter of the squared width.
        var squares = count * magnitude * magnitude;
        var spread = (op.Centered ? count * count * width * width / 4 : count * squares) + op.Epsilon;
        var deviation = op.Centered
            ? new ValueRange(-(count - 1) * width, (count - 1) * width)
            : x.Times(count).WithZero();
        var root = IntegerArithmetic.ReciprocalRoot(op.Gain, op.Epsilon);
        var product = deviation.Times(root).Plus(1L << (op.Shift - 1));
        return new(x.WithZero().Times(count), squares, Math.Max(spread, count * squares), deviation, root, product);
    }

    private static ValueRange Residual(IntegerGraph graph, ResidualTerm? term, int column) =>
        term is null
            ? ValueRange.Zero
            : Elements(graph, term.Tensor, column).Times(term.Multiplier(column)).Times(1L << term.Shift);
}
