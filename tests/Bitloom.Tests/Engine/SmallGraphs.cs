using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Tests.Engine;

/// <summary>Graphs small enough to follow by hand.</summary>
internal static class SmallGraphs
{
    private static readonly AffineScale Plain = new(1, 0);

    public static Tensor Tensor(string name, int rows, int columns, int bits = 8) =>
        new(name, rows, columns, IntegerFormat.S(bits), Plain);

    public static InputOp Input(int rows, int columns) => new(Tensor("input", rows, columns));

    /// <summary>A constant with the values 1, -2, 3, -4, 5, 1, -2, ...</summary>
    public static ConstantOp Constant(string name, int rows, int columns) => new(
        Tensor(name, rows, columns),
        [.. Enumerable.Range(0, rows * columns).Select(i => (i % 5 + 1) * (1 - i % 2 * 2))]);

    /// <summary>A constant with one value everywhere.</summary>
    public static ConstantOp Filled(string name, int rows, int columns, int value) => new(
        Tensor(name, rows, columns), [.. Enumerable.Repeat(value, rows * columns)]);

    public static MatMulOp Product(
        string name, int rows, int columns, string a, string b, ResidualTerm? residual = null, long offset = 8) => new(
        Tensor(name, rows, columns), a, b, MatMulKind.Dense, 1, new Epilogue([3], [offset], 4, residual, -128, 127));

    public static MatMulOp Attention(
        MatMulKind kind, int heads, int rows, int columns, string name, string a, string b) => new(
        Tensor(name, rows, columns), a, b, kind, heads, new Epilogue([5], [16], 5, null, -128, 127));

    public static SoftmaxOp Softmax(string name, int rows, int keys, string scores, int exponentialBits) => new(
        new(name, rows, keys, IntegerFormat.U(8), new(1.0 / 255, 0)),
        scores,
        [.. Enumerable.Range(0, 256).Select(d => ((1 << exponentialBits) - 1) * 16 / (16 + d))],
        exponentialBits,
        IntegerArithmetic.ReciprocalShift(keys, exponentialBits));

    public static IntegerGraph Graph(string name, params ImmutableArray<IntegerOp> operations) =>
        new(name, operations, operations[^1].Output.Name);

    /// <summary>Input 2 x 1 times one weight.</summary>
    public static IntegerGraph OneProduct() => Graph(
        "one", Input(2, 1), Constant("output.weight", 1, 1), Product("output", 2, 1, "input", "output.weight"));

    /// <summary>An encoder of 3 tokens, 2 features, d = 4, 2 heads, one block without a feed-forward part.</summary>
    public static IntegerGraph Encoder() => Graph(
        "encoder",
        Input(3, 2),
        Constant("embedding.weight", 2, 4),
        Constant("positions", 3, 4),
        Product("embedding", 3, 4, "input", "embedding.weight", new ResidualTerm("positions", [7], 1)),
        Constant("query.weight", 4, 4),
        Product("query", 3, 4, "embedding", "query.weight"),
        Constant("key.weight", 4, 4),
        Product("key", 3, 4, "embedding", "key.weight"),
        Constant("value.weight", 4, 4),
        Product("value", 3, 4, "embedding", "value.weight"),
        Attention(MatMulKind.AttentionScores, 2, 6, 3, "scores", "query", "key"),
        Softmax("probabilities", 6, 3, "scores", exponentialBits: 8),
        Attention(MatMulKind.AttentionContext, 2, 3, 4, "context", "probabilities", "value"),
        Constant("attention.weight", 4, 4),
        Product("attention", 3, 4, "context", "attention.weight", new ResidualTerm("embedding", [9], 0)),
        Filled("pool", 1, 3, 1),
        Product("pooled", 1, 4, "pool", "attention"),
        Constant("output.weight", 4, 1),
        Product("output", 1, 1, "pooled", "output.weight"));

    /// <summary>
    /// Five tokens of five features: LayerNorm, the input as a residual, a table, RMSNorm read as rows by the pool, and two outputs.
    /// </summary>
    public static IntegerGraph Further() => Graph(
        "further",
        Input(5, 5),
        Constant("embedding.weight", 5, 5),
        Product("embedding", 5, 5, "input", "embedding.weight"),
        new NormOp(Tensor("centered", 5, 5, bits: 6), "embedding", Centered: true, 1L << 28, 3, 10),
        Constant("argument.weight", 5, 5),
        Product("argument", 5, 5, "centered", "argument.weight", new ResidualTerm("input", [6], 1)),
        new LookupOp(
            Tensor("looked", 5, 5, bits: 7), "argument", [.. Enumerable.Range(0, 256).Select(i => i * 37 % 128 - 64)]),
        Constant("sum.weight", 5, 5),
        Product("sum", 5, 5, "looked", "sum.weight", new ResidualTerm("centered", [5], 1)),
        new NormOp(Tensor("scaled", 5, 5, bits: 7), "sum", Centered: false, 1L << 30, 2, 10),
        Filled("pool", 1, 5, 3),
        Product("output", 1, 5, "pool", "scaled")) with
    { Outputs = ["output", "looked"] };

    /// <summary>One product whose accumulator and sum are as wide as proven for <see cref="ExtremeInputs"/>.</summary>
    public static IntegerGraph Extremes() => Graph(
        "extremes",
        Input(1, 16),
        new ConstantOp(
            Tensor("output.weight", 16, 2), [.. Enumerable.Range(0, 32).Select(i => i % 2 == 0 ? 127 : -127)]),
        Product("output", 1, 2, "input", "output.weight"));

    /// <summary>Two windows: the greatest and the least sums.</summary>
    public static int[][] ExtremeInputs() => [[.. Enumerable.Repeat(127, 16)], [.. Enumerable.Repeat(-128, 16)]];
}
