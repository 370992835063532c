using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Fuzzing;

/// <summary>
/// Moves constants of a graph to their bounds: weights to the ends of their format, multipliers to 18 bits, offsets to
/// where the epilogue's sum just fits 48 bits.
/// </summary>
internal sealed class ExtremeConstants(Random random)
{
    private const long LargestSum = (1L << 47) - 1;
    private const int LargestMultiplier = (1 << 17) - 1;
    private const int LargestAccumulatorBits = 25;

    public IntegerGraph Apply(IntegerGraph graph)
    {
        var weights = graph with
        {
            Operations = [.. graph.Operations.Select(op => op is ConstantOp constant ? Weights(constant) : op)],
        };
        foreach (var op in weights.Operations.OfType<MatMulOp>().Where(_ => random.Next(3) == 0))
            weights = Replace(weights, Product(weights, op));
        return Fits(weights) ? weights : graph;
    }

    private ConstantOp Weights(ConstantOp op)
    {
        if (random.Next(3) > 0)
            return op;
        var (least, most) = (op.Output.Format.Signed ? -op.Output.Format.Maximum : 0, op.Output.Format.Maximum);
        var alike = random.Next(2) == 0;
        return op with { Values = [.. op.Values.Select(_ => alike || random.Next(2) == 0 ? most : least)] };
    }

    /// <summary>The largest multipliers, and an offset with which the sum reaches its last bit.</summary>
    private MatMulOp Product(IntegerGraph graph, MatMulOp op)
    {
        var multipliers = op.Epilogue.Multipliers.Select(m => random.Next(2) == 0 ? m
            : random.Next(2) == 0 ? LargestMultiplier : -LargestMultiplier - 1).ToImmutableArray();
        var steep = op with { Epilogue = op.Epilogue with { Multipliers = multipliers } };
        var offsets = steep.Epilogue.Offsets.Select((offset, column) => random.Next(2) == 0
            ? offset
            : AtTheBound(graph, steep, column, offset)).ToImmutableArray();
        var shift = random.Next(2) == 0 ? op.Epilogue.Shift : random.Next(30, 41);
        return steep with { Epilogue = steep.Epilogue with { Offsets = offsets, Shift = shift } };
    }

    private long AtTheBound(IntegerGraph graph, MatMulOp op, int column, long offset)
    {
        // A shared offset is under the sums of all columns.
        var sum = op.Epilogue.Offsets.Length > 1
            ? ValueRanges.Of(graph, op, column).Sum
            : ValueRanges.Of(graph, op).Sum;
        var moved = random.Next(2) == 0 ? offset + LargestSum - sum.Maximum : offset - LargestSum - 1 - sum.Minimum;
        return Math.Clamp(moved, -LargestSum - 1, LargestSum);
    }

    private static IntegerGraph Replace(IntegerGraph graph, MatMulOp replaced) => graph with
    {
        Operations = [.. graph.Operations.Select(op => op.Output.Name == replaced.Output.Name ? replaced : op)],
    };

    private static bool Fits(IntegerGraph graph) =>
        graph.Operations.OfType<MatMulOp>().Select(op => ValueRanges.Of(graph, op))
            .All(widths => widths.AccumulatorBits <= LargestAccumulatorBits && widths.SumBits <= 48);
}
