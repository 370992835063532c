using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bitloom.Interpreter;

/// <summary>A matrix product: packs B unless it is constant, then sums and finishes a few rows at a time.</summary>
internal sealed class ProductOperation<TLanes, TVector> : FastOperation
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int BlockRows = ProductKernel<TLanes, TVector>.BlockRows;

    private readonly ProductGeometry geometry;
    private readonly TensorPlace a;
    private readonly OperandPacking<TLanes, TVector> packing;
    private readonly int[]? weights;
    private readonly EpilogueStep epilogue;
    private readonly int strideOfSums;

    public ProductOperation(
        ProductGeometry geometry, TensorPlace a, OperandPacking<TLanes, TVector> packing, int[]? weights,
        EpilogueStep epilogue)
    {
        (this.geometry, this.a, this.packing) = (geometry, a, packing);
        (this.weights, this.epilogue) = (weights, epilogue);
        var columns = (geometry.ColumnGroups - 1) * geometry.Columns + packing.Stride;
        strideOfSums = MemoryPlan.RoundUp(columns, TLanes.Count);
    }

    /// <summary>Words that the workspace needs for sums.</summary>
    public int Sums => BlockRows * strideOfSums;

    /// <summary>Words that the workspace needs for the packed operand.</summary>
    public int Packed => weights is null ? packing.Length : 0;

    public override void Run(Workspace workspace)
    {
        if (weights is null)
            packing.Run(workspace.Tensors, workspace.Packed);
        for (var group = 0; group < geometry.RowGroups; group++)
        {
            for (var row = 0; row < geometry.Rows; row += BlockRows)
            {
                var rows = Math.Min(BlockRows, geometry.Rows - row);
                for (var column = 0; column < geometry.ColumnGroups; column++)
                    Multiply(workspace, group + column, row, rows, column * geometry.Columns);
                epilogue.Run(
                    workspace.Accumulators, strideOfSums, workspace.Tensors, group * geometry.Rows + row, rows);
            }
        }
    }

    // One of the two numbers of groups is 1, so that their indices' sum is the head.
    private void Multiply(Workspace workspace, int head, int row, int rows, int column)
    {
        ref var left = ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(workspace.Tensors),
            a.Offset + head * geometry.HeadStep + row * a.Stride);
        ref var right = ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(weights ?? workspace.Packed), head * packing.GroupLength);
        ref var sums = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(workspace.Accumulators), column);
        if (rows == BlockRows)
        {
            ProductKernel<TLanes, TVector>.Four(
                ref left, a.Stride, ref right, packing.Stride, geometry.Pairs, ref sums, strideOfSums);
            return;
        }

        for (var i = 0; i < rows; i++)
        {
            ProductKernel<TLanes, TVector>.One(
                ref Unsafe.Add(ref left, i * a.Stride), ref right, packing.Stride, geometry.Pairs,
                ref Unsafe.Add(ref sums, i * strideOfSums));
        }
    }
}
