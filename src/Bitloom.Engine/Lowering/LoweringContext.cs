using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>What the lowering of every operation needs.</summary>
internal sealed record LoweringContext(
    IntegerGraph Graph, EngineShape Shape, EngineWidths Widths, TensorLayouts Layouts)
{
    /// <summary>The residual fields of a part of the result that starts at a word offset.</summary>
    public PlannedInstruction WithResidual(
        PlannedInstruction planned, Epilogue epilogue, Func<TensorLayout, int> offset)
    {
        if (epilogue.Residual is not { } residual)
            return planned;
        var reference = Layouts.Activation(residual.Tensor);
        return planned with
        {
            Residual = reference,
            Fields = planned.Fields with
            {
                Residual = true,
                ResidualUnsigned = IsUnsigned(residual.Tensor),
                ResidualBase = offset(reference.Layout),
                ResidualStride = reference.Layout.Columns,
            },
        };
    }

    /// <summary>True when the tensor's elements are zero-extended.</summary>
    public bool IsUnsigned(string tensor) => !Graph.TensorOf(tensor).Format.Signed;
}
