using System.Globalization;
using System.Text.RegularExpressions;

namespace Bitloom.Ir;

/// <summary>Turns one paragraph into an operation.</summary>
internal static partial class OperationParser
{
    private static readonly string[] SoftmaxFields =
        ["scores", "exponential_bits", "reciprocal_shift", "causal", "exponentials"];

    private static readonly string[] NormFields = ["x", "gain", "epsilon", "shift"];

    private static readonly string[] ResidualFields = ["residual", "residual_multipliers", "residual_shift"];

    private static readonly string[] MatMulFields =
        ["heads", "a", "b", "multipliers", "offsets", .. ResidualFields, "shift", "clamp"];

    private static readonly Dictionary<string, Func<ParagraphText, Tensor, TextFaults, IntegerOp>> Operations =
        new(StringComparer.Ordinal)
        {
            ["input"] = Input,
            ["constant"] = Constant,
            ["matmul dense"] = (text, tensor, faults) => MatMul(MatMulKind.Dense, text, tensor, faults),
            ["matmul scores"] = (text, tensor, faults) => MatMul(MatMulKind.AttentionScores, text, tensor, faults),
            ["matmul context"] = (text, tensor, faults) => MatMul(MatMulKind.AttentionContext, text, tensor, faults),
            ["softmax"] = Softmax,
            ["lookup"] = Lookup,
            ["norm layer"] = (text, tensor, faults) => Norm(centered: true, text, tensor, faults),
            ["norm rms"] = (text, tensor, faults) => Norm(centered: false, text, tensor, faults),
        };

    /// <summary>The operation, or null when its header line says none.</summary>
    public static IntegerOp? Parse(ParagraphText text, TextFaults faults)
    {
        var match = Header().Match(text.Header);
        if (!match.Success)
        {
            faults.NoOperation(text.Line, text.Header);
            return null;
        }

        var word = match.Groups["operation"].Value;
        if (Operations.TryGetValue(word, out var parse))
            return parse(text, ReadTensor(match, text.Line, faults), faults);
        faults.UnknownOperation(text.Line, word, [.. Operations.Keys]);
        return null;
    }

    [GeneratedRegex(
        @"^(?<name>\S+) : (?<rows>[0-9]+) x (?<columns>[0-9]+) (?<sign>[su])(?<bits>[0-9]+) "
        + @"scale (?<scale>\S+) zero (?<zero>-?[0-9]+) = (?<operation>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();

    private static Tensor ReadTensor(Match match, int line, TextFaults faults)
    {
        var format = new IntegerFormat(Number(match, "bits", line, faults), match.Groups["sign"].Value == "s");
        var affine = new AffineScale(Scale(match, line, faults), Number(match, "zero", line, faults));
        var (rows, columns) = (Number(match, "rows", line, faults), Number(match, "columns", line, faults));
        return new(match.Groups["name"].Value, rows, columns, format, affine);
    }

    private static int Number(Match match, string what, int line, TextFaults faults)
    {
        var text = match.Groups[what].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return value;
        faults.NoNumber(line, $"'{what}'", text, $"an integer from {int.MinValue} to {int.MaxValue}");
        return 0;
    }

    private static double Scale(Match match, int line, TextFaults faults)
    {
        var text = match.Groups["scale"].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return value;
        faults.NoNumber(line, "'scale'", text, "a decimal number such as 0.0125 or 1.25E-05");
        return 0;
    }

    private static InputOp Input(ParagraphText text, Tensor tensor, TextFaults faults)
    {
        _ = new FieldReader(text, tensor.Name, [], faults);
        return new(tensor);
    }

    private static ConstantOp Constant(ParagraphText text, Tensor tensor, TextFaults faults) =>
        new(tensor, new FieldReader(text, tensor.Name, ["values"], faults).List<int>("values"));

    private static SoftmaxOp Softmax(ParagraphText text, Tensor tensor, TextFaults faults)
    {
        var fields = new FieldReader(text, tensor.Name, SoftmaxFields, faults);
        return new(
            tensor,
            fields.Word("scores"),
            fields.List<int>("exponentials"),
            fields.Number("exponential_bits"),
            fields.Number("reciprocal_shift"),
            fields.Flag("causal"));
    }

    private static LookupOp Lookup(ParagraphText text, Tensor tensor, TextFaults faults)
    {
        var fields = new FieldReader(text, tensor.Name, ["x", "table"], faults);
        return new(tensor, fields.Word("x"), fields.List<int>("table"));
    }

    private static NormOp Norm(bool centered, ParagraphText text, Tensor tensor, TextFaults faults)
    {
        var fields = new FieldReader(text, tensor.Name, NormFields, faults);
        return new(
            tensor,
            fields.Word("x"),
            centered,
            fields.Number<long>("gain"),
            fields.Number("epsilon"),
            fields.Number("shift"));
    }

    private static MatMulOp MatMul(MatMulKind kind, ParagraphText text, Tensor tensor, TextFaults faults)
    {
        var fields = new FieldReader(text, tensor.Name, MatMulFields, faults);
        return new(tensor, fields.Word("a"), fields.Word("b"), kind, fields.Number("heads"), ReadEpilogue(fields));
    }

    private static Epilogue ReadEpilogue(FieldReader fields)
    {
        var (minimum, maximum) = fields.Pair("clamp");
        return new(
            fields.List<int>("multipliers"),
            fields.List<long>("offsets"),
            fields.Number("shift"),
            ReadResidual(fields),
            minimum,
            maximum);
    }

    private static ResidualTerm? ReadResidual(FieldReader fields) => ResidualFields.Any(fields.Has)
        ? new(fields.Word("residual"), fields.List<int>("residual_multipliers"), fields.Number("residual_shift"))
        : null;
}
