using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>Fetches the operands of each operation and hands them to the operation's own file.</summary>
internal sealed class OperationEvaluation(IntegerGraph graph, int[] input, Dictionary<string, int[]> tensors)
    : IOpVisitor<int[]>
{
    public int[] Visit(InputOp op) => input;

    public int[] Visit(ConstantOp op) => [.. op.Values];

    public int[] Visit(MatMulOp op) =>
        MatMulEvaluation.Run(
            op, Operand(op.A), Operand(op.B), op.Epilogue.Residual is { } r ? Operand(r.Tensor) : null);

    public int[] Visit(SoftmaxOp op) => SoftmaxEvaluation.Run(op, Operand(op.Scores));

    public int[] Visit(LookupOp op)
    {
        var minimum = graph.TensorOf(op.Input).Format.Minimum;
        return [.. tensors[op.Input].Select(value => op.Table[value - minimum])];
    }

    public int[] Visit(NormOp op) => NormEvaluation.Run(op, Operand(op.Input));

    private TensorValues Operand(string name) => new(graph.TensorOf(name), tensors[name]);
}
