using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>Element by element in 64 bits, for sums so wide that the shift leaves more than 32 of them.</summary>
internal sealed class ScalarEpilogue(Epilogue epilogue, TensorPlace output, TensorPlace? residual)
    : EpilogueStep(epilogue, output, residual)
{
    public override void Run(int[] sums, int strideOfSums, short[] tensors, int first, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < Output.Columns; column++)
            {
                var addend = Residual is { } place
                    ? tensors[place.Offset + (first + row) * place.Stride + column]
                    : (short)0;
                tensors[Output.Offset + (first + row) * Output.Stride + column] =
                    (short)Finish(sums[row * strideOfSums + column], addend, column);
            }
        }
    }

    private int Finish(int sum, short addend, int column) => IntegerArithmetic.Requantize(
        sum,
        Epilogue.Multiplier(column),
        Epilogue.Offset(column),
        Epilogue.Shift,
        addend,
        Epilogue.Residual?.Multiplier(column) ?? 0,
        Epilogue.Residual?.Shift ?? 0,
        Epilogue.Minimum,
        Epilogue.Maximum);
}
