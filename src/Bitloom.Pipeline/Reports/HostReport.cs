using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Ir;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>What the host computes at both ends of the engine.</summary>
internal static class HostReport
{
    public static HostSection Of(ITaskData data, Tensor input, Tensor output) =>
        new(At(input, data.InputScales), At(output, data.OutputScales));

    private static HostTensor At(Tensor tensor, ImmutableArray<ColumnScale> columns) => new(
        tensor.Affine.Scale, tensor.Affine.ZeroPoint, tensor.Format.Minimum, tensor.Format.Maximum,
        [.. columns.Select(column => new HostColumn(column.Name, column.Mean, column.Deviation, column.FromLastValue))]);
}
