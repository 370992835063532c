using System.Collections.Immutable;

namespace Bitloom.Faults;

/// <summary>Normalizations, tables, causal masks and several outputs, from the arithmetic to the RTL.</summary>
internal static class FurtherOperationFaults
{
    private const string Arithmetic = "src/Bitloom.Ir/IntegerArithmetic.cs";
    private const string Constants = "src/Bitloom.Quantization/Constants/";
    private const string Operations = "src/Bitloom.Tensors/Operations/";
    private const string Engine = "src/Bitloom.Engine/";
    private const string Normalizer = "rtl/engine/normalizer.vhd";
    private const string Root = "rtl/engine/reciprocal_root.vhd";

    public static ImmutableArray<Fault> All { get; } =
    [
        new("root one too large", Arithmetic,
            "if (next <= value / next)", "if (next <= value / next + 1)", "NormExactnessTests"),
        new("normalized value without its half", Arithmetic,
            "(root * deviation + (1L << (s - 1))) >> s", "(root * deviation) >> s", "NormExactnessTests"),
        new("RMSNorm centered", "src/Bitloom.Interpreter/NormEvaluation.cs",
            "sum += op.Centered ? x : 0;", "sum += x;", "NormExactnessTests"),
        new("fast RMSNorm centered", "src/Bitloom.Interpreter/Fast/NormOperation.cs",
            "op.Centered ? sum : 0", "sum", "FastEvaluatorTests"),
        new("causal row sees one key more", "src/Bitloom.Ir/Operations/IntegerOp.cs",
            "row % Output.Columns + 1 :", "Math.Min(row % Output.Columns + 2, Output.Columns) :", "FurtherCaseTests"),
        new("table read from the middle", "src/Bitloom.Interpreter/OperationEvaluation.cs",
            "op.Table[value - minimum]", "op.Table[(value - 2 * minimum) % op.Table.Length]", "FurtherCaseTests"),
        new("only the first output read", "src/Bitloom.Interpreter/InterpretationResult.cs",
            "OutputNames.SelectMany(", "OutputNames.Take(1).SelectMany(", "FurtherCaseTests"),
        new("gain not squared", Constants + "NormConstants.cs",
            "Math.ScaleB(1, 2 * s) / (y.Affine.Scale * y.Affine.Scale));", "Math.ScaleB(1, 2 * s) / y.Affine.Scale);",
            "FurtherEncoderTests"),
        new("residual without the affine part", Constants + "EncoderProducts.cs",
            "layer.Residual?.Affine?.Scale[c] ?? 1", "1", "FurtherEncoderTests"),
        new("gradient of LayerNorm without the mean", Operations + "TokenNormOperation.cs",
            "(centered ? (float)(sum / dy.Length) : 0,", "(0f,", "OperationGradientTests"),
        new("gradient of GELU without the density", "src/Bitloom.Tensors/UnaryFunction.cs",
            "Integral(x) + x * Density(x)", "Integral(x)", "OperationGradientTests"),
        new("affine part not folded into the head", "src/Bitloom.Training/Model/EncoderModel.cs",
            "_head.ToWeights(_blocks[^1].OutputNorm)", "_head.ToWeights()", "EncoderModelTests"),
        new("table of the next operation", Engine + "Memories/FunctionImage.cs",
            "TakeWhile(other => other != op)", "TakeWhile(other => other != op).Append(op)", "RandomNetworkTests"),
        new("hardware: spread without E", Normalizer,
            "spread_v := epsilon_now;", "spread_v := (others => '0');", Suites.Further),
        new("hardware: sums of the tile before", Normalizer,
            "if first_at = '0' then", "if sum_at = '1' then", Suites.Further),
        new("hardware: RMSNorm centered", Normalizer,
            "if is_centered = '1' then", "if is_centered /= 'X' then", Suites.Further),
        new("hardware: deviation of the group before", Normalizer,
            "if lookups(2).group_index = index then", "if lookups(3).group_index = index then", Suites.Further),
        new("hardware: rows of all tiles in one place", Normalizer,
            "offset <= offset + column_stride;", "offset <= offset;", Suites.Further),
        new("hardware: roots of one row", Normalizer,
            "if row = index then", "if row = 0 then", Suites.Further),
        new("hardware: root's digits begin late", Root,
            "pairs     <= gain;", "pairs     <= gain(2 * root_bits_g - 3 downto 0) & \"00\";", Suites.Further),
        new("hardware: root's unit added twice", Root,
            "area      <= area_v + unit;", "area      <= area_v + unit + unit;", Suites.Further),
        new("hardware: maxima of keys that a row does not see", "rtl/engine/row_maxima.vhd",
            "signed(slot.ahead) <= row", "signed(slot.ahead) <= row + 1", Suites.Causal),
        new("hardware: keys of later column tiles taken for the first", "rtl/engine/drain_control.vhd",
            "active.first_key + field(column)", "field(column)", Suites.Causal),
        new("hardware: mask of the first tile of rows", "rtl/engine/softmax.vhd",
            "resize(step, 16) - token", "resize(step, 16)", Suites.Causal),
        new("hardware: mask a cycle early", "rtl/engine/softmax.vhd",
            "masked <= masked_4;", "masked <= masked_3;", Suites.Causal),
        new("hardware: nothing masked", "rtl/engine/datapath.vhd",
            "if masked(lane) = '1' then", "if masked(lane) = 'X' then", Suites.Causal),
        new("hardware: table never taken", "rtl/engine/drain_lane.vhd",
            "table_value when finished.lookup = '1'", "table_value when finished.lookup = 'X'", Suites.Further),
        new("hardware: last with every output", "rtl/engine/engine.vhd",
            "out_last <= tensor_last when current.opcode = end_c else '0';", "out_last <= tensor_last;", Suites.Further),
        new("hardware: program ends with the first output", "rtl/engine/sequencer.vhd",
            "output_done = '1' and instruction.opcode = output_c)", "output_done = '1' and instruction.opcode = end_c)",
            Suites.Further),
    ];
}
