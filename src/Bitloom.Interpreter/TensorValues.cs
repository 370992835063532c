using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>A tensor together with its row-major values.</summary>
internal readonly record struct TensorValues(Tensor Tensor, int[] Values)
{
    public int Rows => Tensor.Rows;

    public int Columns => Tensor.Columns;

    public int this[int row, int column] => Values[row * Tensor.Columns + column];
}
