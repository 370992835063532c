using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Tests.Evaluators;

/// <summary>
/// Hand-computed cases of tables, masks, several outputs and normalizations, part of
/// <see cref="HandComputedCases"/>.
/// </summary>
internal static class FurtherCases
{
    private static readonly IntegerFormat S8 = IntegerFormat.S(8);

    public static readonly ImmutableSortedDictionary<string, EvaluationCase> All =
        new Dictionary<string, EvaluationCase>(StringComparer.Ordinal)
        {
            ["table of eight entries"] = Table(),
            ["causal softmax of three tokens"] = Causal(),
            ["two outputs, the later one first"] = Outputs(),
            ["LayerNorm of four features"] = LayerNorm(),
            ["RMSNorm of four features"] = RmsNorm(),
            ["sum of two normalized tokens"] = PooledNorm(),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static EvaluationCase Table() => new(
        CaseGraph.Of(
            "table",
            CaseGraph.Input(1, 3, S8),
            CaseGraph.Constant("weight", 3, 3, 2, 1, 0, 0, 0, 1, 0, 0, 0, 1),
            CaseGraph.Dense("argument", 1, 3, IntegerFormat.S(3), "input", "weight"),
            new LookupOp(Tensor("output", 1, 3, IntegerFormat.S(4)), "argument", [7, -8, 0, 1, 2, 3, -1, 5])),
        new EngineShape(2, 1, 1),
        [-4, 0, 3, 100, -1, 1, -3, -2, 2],
        [7, 2, 5, 5, 1, 3, -8, 0, -1]);

    // Row 0 sees one key, row 1 two equal ones; row 2 has the sum 9095 and the reciprocal 918 of k = 15.
    private static EvaluationCase Causal() => new(
        CaseGraph.Of(
            "causal",
            CaseGraph.Input(3, 3, IntegerFormat.S(4)),
            CaseGraph.Constant("weight", 3, 3, 2, 1, 0, 0, 0, 1, 0, 0, 0, 1),
            CaseGraph.Dense("scores", 3, 3, IntegerFormat.S(4), "input", "weight"),
            CaseGraph.Softmax("output", 3, 3, 8, "scores", 12,
                [4095, 3000, 2000, 1000, 500, 250, 120, 60, 30, 15, 7, 3, 1, 0, 0, 0]) with
            { Causal = true }),
        new EngineShape(2, 2, 1),
        [7, 7, 7, -8, -8, 7, 3, 2, 1, -8, 7, 7, 5, 6, 7, 7, 7, 7],
        [255, 0, 0, 127, 127, 0, 115, 84, 56, 255, 0, 0, 108, 147, 0, 85, 85, 85]);

    private static EvaluationCase Outputs() => new(
        CaseGraph.Of(
            "outputs",
            CaseGraph.Input(2, 2, S8),
            CaseGraph.Constant("weight", 2, 2, 8, 1, 2, 3, 4),
            CaseGraph.Dense("first", 2, 2, S8, "input", "weight"),
            CaseGraph.Constant("second.weight", 2, 1, 2, 1, -1),
            CaseGraph.Dense("second", 2, 1, S8, "first", "second.weight")) with
        { Outputs = ["second", "first"] },
        new EngineShape(2, 2, 1),
        [1, 2, 3, 4, -1, 0, 0, 1],
        [-3, -7, 7, 10, 15, 22, 1, -1, -1, -2, 3, 4]);

    // Row 0: sum 16, squares 84, W = 4 * 84 - 256 + 1 = 81, r = sqrt(4096 * 81 / 81) = 64. Row 2: W = 260101, r = 1.
    private static EvaluationCase LayerNorm() => new(
        CaseGraph.Of(
            "layer-norm",
            CaseGraph.Input(2, 4, S8),
            new NormOp(Tensor("output", 2, 4, IntegerFormat.S(5)), "input", Centered: true, 4096 * 81, 1, 6)),
        new EngineShape(2, 1, 1),
        [1, 3, 5, 7, 5, 5, 5, 5, -128, 127, -128, 127, 0, 0, 0, 1],
        [-12, -4, 4, 12, 0, 0, 0, 0, -8, 8, -8, 8, -4, -4, -4, 14]);

    // Row 0: W = 4 * 84 + 1, r = floor(sqrt(984)) = 31. Row 3: W = 5, r = 257, and 1060 / 64 is clamped to 15.
    private static EvaluationCase RmsNorm() => new(
        CaseGraph.Of(
            "rms-norm",
            CaseGraph.Input(2, 4, S8),
            new NormOp(Tensor("output", 2, 4, IntegerFormat.S(5)), "input", Centered: false, 4096 * 81, 1, 6)),
        new EngineShape(3, 3, 1),
        [1, 3, 5, 7, 5, 5, 5, 5, -128, 127, -128, 127, 0, 0, 0, 1],
        [2, 6, 10, 14, 9, 9, 9, 9, -8, 8, -8, 8, 0, 0, 0, 15]);

    // The rows of LayerNorm, two at a time.
    private static EvaluationCase PooledNorm() => new(
        CaseGraph.Of(
            "pooled-norm",
            CaseGraph.Input(2, 4, S8),
            new NormOp(Tensor("normalized", 2, 4, IntegerFormat.S(5)), "input", Centered: true, 4096 * 81, 1, 6),
            new ConstantOp(Tensor("pool", 1, 2, IntegerFormat.U(1)), [1, 1]),
            CaseGraph.Dense("output", 1, 4, S8, "pool", "normalized")),
        new EngineShape(6, 3, 3),
        [1, 3, 5, 7, 5, 5, 5, 5, -128, 127, -128, 127, 0, 0, 0, 1],
        [-12, -4, 4, 12, -12, 4, -12, 22]);

    private static Tensor Tensor(string name, int rows, int columns, IntegerFormat format) =>
        new(name, rows, columns, format, new(1, 0));
}
