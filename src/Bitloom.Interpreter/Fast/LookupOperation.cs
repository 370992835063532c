using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>A unary table, element by element.</summary>
internal sealed class LookupOperation(LookupOp op, int minimum, TensorPlace input, TensorPlace output) : FastOperation
{
    private readonly short[] table = [.. op.Table.Select(entry => (short)entry)];

    public override void Run(Workspace workspace)
    {
        for (var row = 0; row < output.Rows; row++)
        {
            var source = workspace.Tensors.AsSpan(input.Offset + row * input.Stride, input.Columns);
            var target = workspace.Tensors.AsSpan(output.Offset + row * output.Stride, output.Columns);
            for (var column = 0; column < target.Length; column++)
                target[column] = table[source[column] - minimum];
        }
    }
}
