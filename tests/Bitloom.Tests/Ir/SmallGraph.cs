using Bitloom.Ir;

namespace Bitloom.Tests.Ir;

/// <summary>
/// A hand-made graph of one head and two tokens that has every operation; docs/ir.md shows its text.
/// </summary>
internal static class SmallGraph
{
    public static IntegerGraph Create()
    {
        var input = new Tensor("input", 2, 1, IntegerFormat.S(8), new(0.05, -3));
        return new("small", [new InputOp(input), .. Projections(), .. Attention(), .. Head()], "output");
    }

    private static IEnumerable<IntegerOp> Projections()
    {
        yield return new ConstantOp(new("positions", 2, 2, IntegerFormat.S(4), new(0.125, 0)), [0, 7, 5, -4]);
        yield return Constant("embedding.weight", 1, 2, [3, -2]);
        yield return new MatMulOp(
            S8("embedding", 2, 2), "input", "embedding.weight", MatMulKind.Dense, 1,
            new([300, -280], [1024, 4096], 11, new("positions", [512], 3), -128, 127));
        yield return Constant("query.weight", 2, 2, [3, -2, 1, 3]);
        yield return Constant("key.weight", 2, 2, [-1, 2, 2, 3]);
        yield return Product("query", "embedding", "query.weight", MatMulKind.Dense);
        yield return Product("key", "embedding", "key.weight", MatMulKind.Dense);
    }

    private static IEnumerable<IntegerOp> Attention()
    {
        var scores = new Tensor("scores", 2, 2, IntegerFormat.S(3), new(0.5, 0));
        yield return new MatMulOp(
            scores, "query", "key", MatMulKind.AttentionScores, 1, new([12], [8192], 14, null, -4, 3));
        yield return new SoftmaxOp(
            new("probabilities", 2, 2, IntegerFormat.U(4), new(1.0 / 15, 0)),
            "scores", [15, 9, 6, 3, 2, 1, 1, 0], 4, 6);
        yield return Product("context", "probabilities", "query", MatMulKind.AttentionContext);
    }

    private static IEnumerable<IntegerOp> Head()
    {
        yield return new ConstantOp(new("pool", 1, 2, IntegerFormat.U(1), new(1, 0)), [1, 1]);
        yield return new MatMulOp(
            S8("pooled", 1, 2), "pool", "context", MatMulKind.Dense, 1, new([1024], [1024], 11, null, 0, 127));
        yield return Constant("output.weight", 2, 1, [2, -3]);
        yield return Product("output", "pooled", "output.weight", MatMulKind.Dense);
    }

    private static MatMulOp Product(string name, string a, string b, MatMulKind kind)
    {
        var (rows, columns) = name == "output" ? (1, 1) : (2, 2);
        return new(S8(name, rows, columns), a, b, kind, 1, new([100], [1024], 11, null, -128, 127));
    }

    private static Tensor S8(string name, int rows, int columns) =>
        new(name, rows, columns, IntegerFormat.S(8), new(0.1, 0));

    private static ConstantOp Constant(string name, int rows, int columns, int[] values) =>
        new(new(name, rows, columns, IntegerFormat.S(3), new(0.25, 0)), [.. values]);
}
