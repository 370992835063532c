using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>What the host computes, a row for each column of either end.</summary>
internal static class HostTable
{
    public static ReportTable Of(HostSection host) => new(
        "At the host",
        [
            new("column"), new("counted from"), new("mean", Numeric: true), new("deviation", Numeric: true),
            new("scale", Numeric: true), new("zero point", Numeric: true), new("integers", Numeric: true),
        ],
        [.. Rows("in", host.Input), .. Rows("out", host.Output)]);

    private static IEnumerable<ImmutableArray<string>> Rows(string end, HostTensor tensor)
    {
        ImmutableArray<HostColumn> columns = tensor.Columns.IsEmpty
            ? [new("scores", 0, 1, FromLastValue: false)]
            : tensor.Columns;
        return columns.Select(column => ImmutableArray.Create(
            $"{end}: {column.Name}", column.FromLastValue ? "its last value" : "the mean",
            NumberText.Number(column.Mean), NumberText.Number(column.Deviation), NumberText.Number(tensor.Scale),
            NumberText.Count(tensor.ZeroPoint), $"{NumberText.Count(tensor.Least)} to {NumberText.Count(tensor.Greatest)}"));
    }
}
