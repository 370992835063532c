using System.Collections.Immutable;

namespace Bitloom.Faults;

/// <summary>The integer arithmetic, the graph, its analyses and its oracle: Ir and Interpreter.</summary>
internal static class ArithmeticFaults
{
    private const string Arithmetic = "src/Bitloom.Ir/IntegerArithmetic.cs";
    private const string MatMul = "src/Bitloom.Interpreter/MatMulEvaluation.cs";
    private const string Softmax = "src/Bitloom.Interpreter/SoftmaxEvaluation.cs";

    public static ImmutableArray<Fault> All { get; } =
    [
        new("epilogue divides towards zero", Arithmetic,
            "Clamp(sum >> s,", "Clamp(sum / (1L << s),", "IntegerArithmeticTests"),
        new("residual not shifted", Arithmetic,
            "residual * n * (1L << k)", "residual * n", "MatMulExactnessTests"),
        new("clamp bounds swapped", Arithmetic,
            "value < minimum ? minimum", "value < minimum ? maximum", "MatMulExactnessTests"),
        new("reciprocal rounded", Arithmetic,
            "((1L << bits) - 1) * (1L << k) / sum", "(((1L << bits) - 1) * (1L << k) + sum / 2) / sum",
            "SoftmaxExactnessTests"),
        new("probability without its half", Arithmetic,
            "(exponential * reciprocal + (1L << (k - 1))) >> k", "(exponential * reciprocal) >> k",
            "SoftmaxExactnessTests"),
        new("reciprocal shift one too small", Arithmetic,
            "UnsignedBits(2L * keys", "UnsignedBits(1L * keys", "SoftmaxExactnessTests"),
        new("least value takes a bit too many", Arithmetic,
            "minimum < 0 ? ~minimum", "minimum < 0 ? -minimum", "IntegerArithmeticTests"),
        new("range of a sum without zero", "src/Bitloom.Ir/Analyses/AccumulatorRange.cs",
            "ValueRanges.Elements(graph, tensor).WithZero()", "ValueRanges.Elements(graph, tensor)",
            "ValueRangesTests"),
        new("range not turned by a negative factor", "src/Bitloom.Ir/Analyses/ValueRange.cs",
            "new(Maximum * factor, Minimum * factor)", "new(Minimum * factor, Maximum * factor)", "ValueRangesTests"),
        new("range of the residual not shifted", "src/Bitloom.Ir/Analyses/ValueRanges.cs",
            ".Times(1L << term.Shift)", "", "ValueRangesTests"),
        new("range of one head for all", "src/Bitloom.Ir/Analyses/AccumulatorRange.cs",
            ".Columns / op.Heads", ".Columns / op.Heads - 1", "ValueRangesTests"),
        new("verifier takes any clamp", "src/Bitloom.Ir/Verification/EpilogueRules.cs",
            "minimum <= maximum && format.Contains(minimum) && format.Contains(maximum)", "true", "GraphVerifierTests"),
        new("verifier takes products of two constants", "src/Bitloom.Ir/Verification/MatMulRules.cs",
            "!(a && b)", "true", "GraphVerifierTests"),
        new("verifier takes exponentials that increase", "src/Bitloom.Ir/Verification/SoftmaxRules.cs",
            "table[d] <= table[d - 1]", "table[d] <= table[0]", "GraphVerifierTests"),
        new("verifier takes ranges beyond 64 bits", "src/Bitloom.Ir/Verification/RangeRules.cs",
            "return false;", "return true;", "GraphVerifierTests"),
        new("verifier takes one word too many", "src/Bitloom.Ir/Verification/Lists.cs",
            "> bits);", "> bits + 1);", "GraphVerifierTests"),
        new("verifier takes a residual of another shape", "src/Bitloom.Ir/Verification/EpilogueRules.cs",
            "residual.Rows == output.Rows && ", "", "GraphVerifierTests"),
        new("passes not verified", "src/Bitloom.Ir/Passes/PassPipeline.cs",
            "GraphVerifier.Require(graph, pass.Name);", "", "PassPipelineTests"),
        new("unused constants kept", "src/Bitloom.Ir/Passes/RemoveUnusedOperations.cs",
            "op is InputOp ||", "op is InputOp or ConstantOp ||", "PassPipelineTests"),
        new("constants shared by their ends", "src/Bitloom.Ir/Passes/NarrowSharedConstants.cs",
            "entries.All(entry => entry.Equals(entries[0]))", "entries[^1].Equals(entries[0])", "PassPipelineTests"),
        new("printer confuses the shifts", "src/Bitloom.Ir/Text/OperationPrinter.cs",
            "\"residual_shift\", residual.Shift", "\"residual_shift\", op.Epilogue.Shift", "GraphTextTests"),
        new("parser confuses the softmax's numbers", "src/Bitloom.Ir/Text/OperationParser.cs",
            "fields.Number(\"reciprocal_shift\")", "fields.Number(\"exponential_bits\")", "GraphTextTests"),
        new("parser forgets a repeated field", "src/Bitloom.Ir/Text/FieldReader.cs",
            "twice.Count() > 1", "twice.Count() > 2", "GraphParserTests"),

        new("residual of row 0", MatMul, "r[row, column]", "r[0, column]", "MatMulExactnessTests"),
        new("probabilities of head 0", MatMul,
            "a[head * tokens + row, k]", "a[row, k]", "MatMulExactnessTests"),
        new("keys of the neighbour head", MatMul,
            "b[column, k]", "b[column, (k + width) % b.Columns]", "MatMulExactnessTests"),
        new("last product of a sum dropped", MatMul,
            "for (var k = 0; k < a.Columns; k++)", "for (var k = 0; k < a.Columns - 1; k++)", "MatMulExactnessTests")
        { Occurrence = 1 },
        new("maximum over too few keys", Softmax,
            "maximum = int.MinValue;\n        foreach (var score in scores)",
            "maximum = scores[0];\n        foreach (var score in scores[..^1])", "SoftmaxExactnessTests"),
        new("exponential of the neighbour difference", Softmax,
            "sum += op.Exponentials[maximum - score];",
            "sum += op.Exponentials[Math.Min(maximum - score + 1, op.Exponentials.Length - 1)];",
            "SoftmaxExactnessTests"),
        new("stored values never too large", "src/Bitloom.Interpreter/StoredValues.cs",
            "values[i] < minimum || values[i] > maximum", "values[i] < minimum", "GraphInterpreterTests"),
    ];
}
