using System.Numerics;
using Bitloom.Ir;

namespace Bitloom.Tests.Interpreter;

/// <summary>
/// A second reading of docs/arithmetic.md in unbounded integers, with floor division instead of a shift and index sums
/// written as the page has them; shares no code with the interpreter.
/// </summary>
internal static class ExactMatMul
{
    public static int[] Run(IntegerGraph graph, MatMulOp op, IReadOnlyDictionary<string, int[]> tensors)
    {
        var result = new List<int>();
        for (var row = 0; row < op.Output.Rows; row++)
        {
            for (var column = 0; column < op.Output.Columns; column++)
                result.Add(Element(graph, op, tensors, row, column));
        }

        return [.. result];
    }

    /// <summary>The raw sum of products of one element.</summary>
    public static BigInteger Accumulate(
        IntegerGraph graph, MatMulOp op, IReadOnlyDictionary<string, int[]> tensors, int row, int column)
    {
        BigInteger At(string name, int i, int j) => tensors[name][i * graph.TensorOf(name).Columns + j];
        var (a, b) = (graph.TensorOf(op.A), graph.TensorOf(op.B));
        var n = b.Rows;
        var terms = op.Kind switch
        {
            MatMulKind.Dense => Range(a.Columns).Select(k => At(op.A, row, k) * At(op.B, k, column)),
            MatMulKind.AttentionScores =>
                from k in Range(a.Columns)
                where k / (a.Columns / op.Heads) == row / n
                select At(op.A, row % n, k) * At(op.B, column, k),
            MatMulKind.AttentionContext =>
                from h in Range(op.Heads)
                where column >= h * b.Columns / op.Heads && column < (h + 1) * b.Columns / op.Heads
                from k in Range(n)
                select At(op.A, h * n + row, k) * At(op.B, k, column),
        };
        return terms.Aggregate(BigInteger.Zero, (sum, term) => sum + term);
    }

    /// <summary>The sum of one element before the shift.</summary>
    public static BigInteger Sum(
        IntegerGraph graph, MatMulOp op, IReadOnlyDictionary<string, int[]> tensors, int row, int column)
    {
        var epilogue = op.Epilogue;
        var sum = Accumulate(graph, op, tensors, row, column) * Entry(epilogue.Multipliers, column)
            + Entry(epilogue.Offsets, column);
        if (epilogue.Residual is not { } term)
            return sum;
        var residual = tensors[term.Tensor][row * op.Output.Columns + column];
        return sum + BigInteger.Pow(2, term.Shift) * residual * Entry(term.Multipliers, column);
    }

    private static int Element(
        IntegerGraph graph, MatMulOp op, IReadOnlyDictionary<string, int[]> tensors, int row, int column)
    {
        var sum = Sum(graph, op, tensors, row, column);
        var divisor = BigInteger.Pow(2, op.Epilogue.Shift);
        var floor = (sum - ((sum % divisor + divisor) % divisor)) / divisor;
        return (int)BigInteger.Max(op.Epilogue.Minimum, BigInteger.Min(op.Epilogue.Maximum, floor));
    }

    private static T Entry<T>(IReadOnlyList<T> entries, int column) => entries[column % entries.Count];

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);
}
