using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bitloom.Ir;

/// <summary>The paragraph of each operation.</summary>
internal sealed class OperationPrinter : IOpVisitor<string>
{
    public static readonly OperationPrinter Instance = new();

    public string Visit(InputOp op) => new Paragraph(op.Output, "input").ToString();

    public string Visit(ConstantOp op) =>
        new Paragraph(op.Output, "constant").List("values", op.Values).ToString();

    public string Visit(MatMulOp op)
    {
        var paragraph = new Paragraph(op.Output, "matmul " + GraphSyntax.Keyword(op.Kind))
            .Field("heads", op.Heads)
            .Field("a", op.A)
            .Field("b", op.B)
            .List("multipliers", op.Epilogue.Multipliers)
            .List("offsets", op.Epilogue.Offsets);
        if (op.Epilogue.Residual is { } residual)
        {
            paragraph
                .Field("residual", residual.Tensor)
                .List("residual_multipliers", residual.Multipliers)
                .Field("residual_shift", residual.Shift);
        }

        return paragraph
            .Field("shift", op.Epilogue.Shift)
            .Field("clamp", string.Create(CultureInfo.InvariantCulture, $"{op.Epilogue.Minimum} {op.Epilogue.Maximum}"))
            .ToString();
    }

    public string Visit(SoftmaxOp op) => new Paragraph(op.Output, "softmax")
        .Field("scores", op.Scores)
        .Field("exponential_bits", op.ExponentialBits)
        .Field("reciprocal_shift", op.ReciprocalShift)
        .Flag("causal", op.Causal)
        .List("exponentials", op.Exponentials)
        .ToString();

    public string Visit(LookupOp op) => new Paragraph(op.Output, "lookup")
        .Field("x", op.Input)
        .List("table", op.Table)
        .ToString();

    public string Visit(NormOp op) => new Paragraph(op.Output, "norm " + GraphSyntax.NormKeyword(op.Centered))
        .Field("x", op.Input)
        .Field("gain", op.Gain)
        .Field("epsilon", op.Epsilon)
        .Field("shift", op.Shift)
        .ToString();

    private sealed class Paragraph
    {
        private readonly StringBuilder text = new();

        public Paragraph(Tensor tensor, string operation)
        {
            var scale = GraphSyntax.Text(tensor.Affine.Scale);
            text.Append(CultureInfo.InvariantCulture, $"{tensor.Name} : {tensor.Rows} x {tensor.Columns} ");
            text.Append(CultureInfo.InvariantCulture, $"{tensor.Format} scale {scale} zero {tensor.Affine.ZeroPoint} = {operation}\n");
        }

        public Paragraph Field(string name, string value)
        {
            text.Append(GraphSyntax.FieldIndent).Append(name).Append(" = ").Append(value).Append('\n');
            return this;
        }

        /// <summary>A field of 1, or none at all.</summary>
        public Paragraph Flag(string name, bool value) => value ? Field(name, 1) : this;

        public Paragraph Field(string name, long value) => Field(name, GraphSyntax.Text(value));

        public Paragraph List<T>(string name, ImmutableArray<T> values)
            where T : IFormattable
        {
            var line = new StringBuilder(GraphSyntax.FieldIndent + name + " =");
            foreach (var word in values.Select(value => value.ToString(null, CultureInfo.InvariantCulture)))
            {
                if (line.Length + 1 + word.Length > GraphSyntax.LineWidth)
                {
                    text.Append(line).Append('\n');
                    line.Clear().Append(GraphSyntax.ListIndent[1..]);
                }

                line.Append(' ').Append(word);
            }

            text.Append(line).Append('\n');
            return this;
        }

        public override string ToString() => text.ToString();
    }
}
