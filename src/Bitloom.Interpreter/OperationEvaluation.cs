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

    private TensorValues Operand(string name) => new(graph.TensorOf(name), tensors[name]);
}
