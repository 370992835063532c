using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>The epilogue of docs/arithmetic.md on some rows of sums, in the narrowest form that is proven exact.</summary>
internal abstract class EpilogueStep(Epilogue epilogue, TensorPlace output, TensorPlace? residual)
{
    protected Epilogue Epilogue { get; } = epilogue;

    protected TensorPlace Output { get; } = output;

    protected TensorPlace? Residual { get; } = residual;

    /// <summary>Finishes rows of the output from its row <paramref name="first"/> on.</summary>
    public abstract void Run(int[] sums, int strideOfSums, short[] tensors, int first, int rows);

    /// <summary>The form for these widths.</summary>
    public static EpilogueStep Of<TLanes, TVector>(
        Epilogue epilogue, MatMulWidths widths, TensorPlace output, TensorPlace? residual)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (widths.SumBits <= 32)
            return new NarrowEpilogue<TLanes, TVector>(epilogue, output, residual);
        return widths.SumBits - epilogue.Shift <= 32
            ? new WideEpilogue<TLanes, TVector>(epilogue, output, residual)
            : new ScalarEpilogue(epilogue, output, residual);
    }

    /// <summary>One entry a column, padded with zeros to whole vectors.</summary>
    protected int[] PerColumn(Func<int, int> value)
    {
        var values = new int[Output.Stride];
        for (var column = 0; column < Output.Columns; column++)
            values[column] = value(column);
        return values;
    }
}
