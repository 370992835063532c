using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Tests.Evaluators;

/// <summary>Short words for graphs that are written by hand.</summary>
internal static class CaseGraph
{
    public static IntegerGraph Of(string name, params ImmutableArray<IntegerOp> operations) =>
        new(name, operations, operations[^1].Output.Name);

    public static InputOp Input(int rows, int columns, IntegerFormat format) =>
        new(Tensor("input", rows, columns, format));

    public static ConstantOp Constant(string name, int rows, int columns, int bits, params ImmutableArray<int> values) =>
        new(Tensor(name, rows, columns, IntegerFormat.S(bits)), values);

    /// <summary>M = 2, B = 0, s = 1: the sum itself, within the format.</summary>
    public static Epilogue Identity(IntegerFormat format) => new([2], [0], 1, null, format.Minimum, format.Maximum);

    public static MatMulOp Dense(
        string name, int rows, int columns, IntegerFormat format, string a, string b, Epilogue? epilogue = null) =>
        new(Tensor(name, rows, columns, format), a, b, MatMulKind.Dense, 1, epilogue ?? Identity(format));

    public static MatMulOp Scores(
        string name, int tokens, int heads, IntegerFormat format, string a, string b, Epilogue epilogue) =>
        new(Tensor(name, heads * tokens, tokens, format), a, b, MatMulKind.AttentionScores, heads, epilogue);

    public static MatMulOp Context(
        string name, int tokens, int columns, int heads, IntegerFormat format, string a, string b, Epilogue epilogue) =>
        new(Tensor(name, tokens, columns, format), a, b, MatMulKind.AttentionContext, heads, epilogue);

    public static SoftmaxOp Softmax(
        string name, int rows, int keys, int bits, string scores, int exponentialBits, ImmutableArray<int> table) =>
        new(Tensor(name, rows, keys, IntegerFormat.U(bits)), scores, table, exponentialBits,
            IntegerArithmetic.ReciprocalShift(keys, exponentialBits));

    private static Tensor Tensor(string name, int rows, int columns, IntegerFormat format) =>
        new(name, rows, columns, format, new(1, 0));
}
