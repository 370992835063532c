using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Quantization;

/// <summary>Writes an integer encoder as an integer graph; the tensors keep the names of docs/arithmetic.md.</summary>
public static class GraphLowering
{
    /// <summary>The graph: input first, each constant before its first use, the prediction last; verified.</summary>
    public static IntegerGraph Lower(IntegerEncoder encoder, string name)
    {
        var operations = new List<IntegerOp> { new InputOp(encoder.Input) };
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in encoder.Steps.Select(Operation))
        {
            operations.AddRange(operation.Operands
                .Select(encoder.Constant)
                .OfType<IntegerMatrix>()
                .Where(constant => placed.Add(constant.Tensor.Name))
                .Select(constant => new ConstantOp(constant.Tensor, constant.Values)));
            operations.Add(operation);
        }

        var graph = new IntegerGraph(name, [.. operations], encoder.Output.Name);
        GraphVerifier.Require(graph, nameof(GraphLowering));
        return graph;
    }

    private static IntegerOp Operation(EncoderStep step) =>
        step switch
        {
            ProductStep p => new MatMulOp(p.Output, p.A, p.B, p.Kind, p.Heads, p.Epilogue),
            SoftmaxStep s => new SoftmaxOp(
                s.Output, s.Scores, s.Exponentials, s.ExponentialBits, s.ReciprocalShift, s.Causal),
            LookupStep l => new LookupOp(l.Output, l.Input, l.Table),
            NormStep n => new NormOp(n.Output, n.Input, n.Centered, n.Gain, n.Epsilon, n.Shift),
            _ => throw new CompilerBugException(step.Output.Name, $"{step.GetType().Name} has no operation"),
        };
}
