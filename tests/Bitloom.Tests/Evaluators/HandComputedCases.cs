using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Tests.Evaluators;

/// <summary>Small graphs with outputs that were computed by hand; every engine can be compiled for them.</summary>
internal static class HandComputedCases
{
    private static readonly IntegerFormat S8 = IntegerFormat.S(8);

    public static readonly ImmutableSortedDictionary<string, EvaluationCase> All =
        new Dictionary<string, EvaluationCase>(FurtherCases.All, StringComparer.Ordinal)
        {
            ["dense with residual, rounding half up, saturation"] = Residual(),
            ["ReLU below the format, then two bits"] = Narrow(),
            ["M, N and B at their bounds, s above 32"] = Bounds(),
            ["wide terms that cancel, s of 1"] = Cancelling(),
            ["B of 48 bits, unsigned input"] = Unsigned(),
            ["scores of two heads, seen through a context"] = Scores(),
            ["softmax with ties and extremes"] = Softmax(),
            ["attention of two heads to the context"] = Attention(),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    // Row 0 of window 2: (3 (-8) + 5 * 4 + 4) / 8 = 0, which is -1/2 rounded; row 1 of window 3: -1.625 is -2.
    private static EvaluationCase Residual() => new(
        CaseGraph.Of(
            "residual",
            CaseGraph.Input(2, 2, S8),
            CaseGraph.Constant("weight", 2, 2, 8, 1, 2, 3, 4),
            CaseGraph.Constant("positions", 2, 2, 8, 5, 6, 7, 8),
            CaseGraph.Dense("output", 2, 2, IntegerFormat.S(4), "input", "weight",
                new([3, 1], [4, -4], 3, new("positions", [1], 2), -8, 7))),
        new EngineShape(2, 2, 1),
        [1, 2, -3, 4, 100, 100, -100, -100, -2, -2, -4, 0, -7, 1, 0, -5],
        [5, 3, 7, 4, 7, 7, -8, -8, 0, 1, 2, 2, 1, 1, -2, 1]);

    // Hidden is clamped to 0 .. 190; then (3 h + 64) >> 7 of h0 - h1 and h0, within -2 .. 1.
    private static EvaluationCase Narrow() => new(
        CaseGraph.Of(
            "narrow",
            CaseGraph.Input(1, 2, IntegerFormat.S(2)),
            CaseGraph.Constant("hidden.weight", 2, 2, 8, 127, -127, 127, 127),
            CaseGraph.Dense("hidden", 1, 2, IntegerFormat.U(8), "input", "hidden.weight", new([1], [1], 1, null, 0, 190)),
            CaseGraph.Constant("output.weight", 2, 2, 2, 1, 1, -1, 0),
            CaseGraph.Dense("output", 1, 2, IntegerFormat.S(2), "hidden", "output.weight",
                new([3], [64], 7, null, -2, 1))),
        new EngineShape(1, 1, 1),
        [1, 1, -2, 1, 1, -2, -2, -2, 0, 1, 0, 0, -1, -1],
        [1, 1, -2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);

    // Residual products of 2^45, offsets of 2^46: the sums are in units of 2^40, such as -95.756 in column 1.
    private static EvaluationCase Bounds() => new(
        CaseGraph.Of(
            "bounds",
            CaseGraph.Input(1, 4, S8),
            CaseGraph.Constant("weight", 4, 6, 8, [.. Row(127), .. Row(-127), .. Row(127), .. Row(1)]),
            CaseGraph.Constant("positions", 1, 6, 8, -128, 127, 127, -128, 1, -128),
            CaseGraph.Dense("output", 1, 6, S8, "input", "weight", new(
                [131071, -131072, 131071, -131072, 1, 0],
                [(1L << 46) - 1, -(1L << 46), 0, 1L << 45, (1L << 46) - 1, -(1L << 46)],
                40,
                new("positions", [131071, -131072, -131072, 131071, 0, 131071], 21), -128, 127))),
        new EngineShape(3, 1, 1),
        [127, -128, 127, 127, -128, 127, -128, -128, 0, 0, 0, 0, 1, -1, 1, -1],
        [32, -96, -32, -1, 64, -96, 31, -96, -32, 0, 63, -96, 32, -96, -32, 0, 63, -96, 32, -96, -32, 0, 64, -96]);

    // Column 0: (2^17 (3 - x1) + 5) >> 1, column 1: 64 - 127 x1, each after terms of 2^32 have cancelled.
    private static EvaluationCase Cancelling() => new(
        CaseGraph.Of(
            "cancelling",
            CaseGraph.Input(1, 2, S8),
            CaseGraph.Constant("copy.weight", 2, 4, 2, 1, 1, 0, 0, 0, 0, 1, 1),
            CaseGraph.Dense("copy", 1, 4, S8, "input", "copy.weight"),
            CaseGraph.Constant("weight", 4, 2, 8, 127, 0, 127, 0, 1, 127, 0, 127),
            CaseGraph.Dense("output", 1, 2, S8, "copy", "weight", new(
                [-131072, 131071], [(3L << 17) + 5, 128], 1, new("input", [127, -127], 18), -128, 127))),
        new EngineShape(2, 1, 1),
        [1, 3, 0, 1, 5, -1, 127, 2, -128, -128, -128, 3, 127, 0],
        [2, -128, 127, -63, 127, 127, 127, -128, 127, 127, 2, -128, 127, 64]);

    // One bit less in the sum turns the sign of an output.
    private static EvaluationCase Unsigned() => new(
        CaseGraph.Of(
            "unsigned",
            CaseGraph.Input(1, 2, IntegerFormat.U(8)),
            CaseGraph.Constant("weight", 2, 2, 8, 127, 127, 127, 127),
            CaseGraph.Dense("output", 1, 2, S8, "input", "weight", new(
                [131071, -131072], [-(1L << 47), (1L << 47) - 1], 44, null, -128, 127))),
        new EngineShape(1, 1, 1),
        [255, 255, 0, 0, 1, 200],
        [-8, 7, -8, 7, -8, 7]);

    // The sums of head 0 in window 0: 4 -4 14; -4 -60 42; 14 42 0. The scores, (3 acc + 4) >> 3 within -20 .. 100, are
    // looked at through a context of constant values: s0 and s0 + 2 s1 + 4 s2 of head 0, s2 and the same of head 1.
    private static EvaluationCase Scores() => new(
        CaseGraph.Of("scores", [
            .. Heads(),
            CaseGraph.Constant("value.weight", 4, 4, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            CaseGraph.Constant("selection", 3, 4, 4, 1, 1, 0, 1, 0, 2, 0, 2, 0, 4, 1, 4),
            CaseGraph.Dense("value", 3, 4, S8, "input", "value.weight",
                new([1], [0], 1, new("selection", [2], 0), -128, 127)),
            CaseGraph.Scores("scores", 3, 2, S8, "query", "key", new([3], [4], 3, null, -20, 100)),
            CaseGraph.Context("context", 3, 4, 2, S8, "scores", "value", CaseGraph.Identity(S8))]),
        new EngineShape(4, 2, 2),
        [1, 2, 3, 4, -5, 6, -7, -8, 7, 0, -1, 2, -8, -8, -8, -8, 7, 7, 7, 7, 0, 0, 0, 0],
        [
            2, 20, 4, 11, -1, 23, -9, -28, 5, 37, 1, -10,
            48, 8, 0, 0, -20, 54, 0, 0, 0, 0, 0, 0,
        ]);

    // E of 12 bits, p of 8: five equal scores have 51 each, two greatest ones 127 each, a single one 255.
    private static EvaluationCase Softmax() => new(
        CaseGraph.Of(
            "softmax",
            CaseGraph.Input(2, 5, IntegerFormat.S(4)),
            CaseGraph.Constant("weight", 5, 5, 2, [.. Diagonal(5)]),
            CaseGraph.Dense("scores", 2, 5, IntegerFormat.S(4), "input", "weight"),
            CaseGraph.Softmax("output", 2, 5, 8, "scores", 12,
                [4095, 3000, 2000, 1000, 500, 250, 120, 60, 30, 15, 7, 3, 1, 0, 0, 0])),
        new EngineShape(2, 2, 1),
        [
            -8, -8, -8, -8, -8, 7, 7, 7, 7, 7,
            7, -8, -8, -8, -8, -8, -8, 7, 7, -8,
            3, 2, 1, 0, -1, -8, -7, -3, -8, 5,
        ],
        [
            51, 51, 51, 51, 51, 51, 51, 51, 51, 51,
            255, 0, 0, 0, 0, 0, 0, 127, 127, 0,
            99, 72, 48, 24, 12, 0, 0, 2, 0, 253,
        ]);

    // Probabilities of head 0 in window 1: 12 0 2; 0 12 2; 5 5 5, of head 1: 5 everywhere.
    private static EvaluationCase Attention() => new(
        CaseGraph.Of("attention", [
            .. Heads(),
            CaseGraph.Constant("value.weight", 4, 4, 3, 1, 0, 2, 0, 0, 1, 0, -2, 3, 0, 0, 1, 0, -3, 1, 0),
            CaseGraph.Dense("value", 3, 4, S8, "input", "value.weight"),
            CaseGraph.Scores("scores", 3, 2, IntegerFormat.S(3), "query", "key", new([1], [8], 4, null, -4, 3)),
            CaseGraph.Softmax("probabilities", 6, 3, 4, "scores", 4, [15, 9, 6, 3, 2, 1, 1, 0]),
            CaseGraph.Context("context", 3, 4, 2, S8, "probabilities", "value", new([5], [16], 5, null, -128, 127))]),
        new EngineShape(6, 3, 1),
        [
            1, 2, 3, 4, -5, 6, -7, -8, 7, 0, -1, 2, -8, -8, -8, -8, 7, 7, 7, 7, 0, 0, 0, 0,
            2, -3, 5, 1, 2, -3, 5, 1, -4, 4, -4, 4,
        ],
        [
            -6, 6, 16, -11, 11, -14, -12, -25, -29, 34, 12, -11, -60, 30, -2, 1, 53, -26, -2, 1, -3, 2, -2, 1,
            -4, -16, -4, -14, -4, -16, -4, -14, 35, -14, 8, 17,
        ]);

    private static IEnumerable<int> Diagonal(int size) =>
        Enumerable.Range(0, size * size).Select(i => i % (size + 1) == 0 ? 1 : 0);

    private static IEnumerable<int> Row(int value) => Enumerable.Repeat(value, 6);

    /// <summary>Three tokens of two heads of two features; queries are the input, keys (x1, x0, -x2, x3).</summary>
    private static ImmutableArray<IntegerOp> Heads() =>
    [
        CaseGraph.Input(3, 4, IntegerFormat.S(4)),
        CaseGraph.Constant("query.weight", 4, 4, 2, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1),
        CaseGraph.Dense("query", 3, 4, S8, "input", "query.weight"),
        CaseGraph.Constant("key.weight", 4, 4, 2, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1),
        CaseGraph.Dense("key", 3, 4, S8, "input", "key.weight"),
    ];
}
