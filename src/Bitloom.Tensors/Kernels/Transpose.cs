namespace Bitloom.Tensors;

/// <summary>Rows and columns exchanged.</summary>
internal static class Transpose
{
    /// <summary>Source is rows x <paramref name="columns"/>, target columns x rows.</summary>
    public static void Copy(ReadOnlySpan<float> source, int columns, Span<float> target)
    {
        var rows = source.Length / columns;
        for (var i = 0; i < rows; i++)
        {
            var row = source.Slice(i * columns, columns);
            for (var j = 0; j < row.Length; j++)
                target[j * rows + i] = row[j];
        }
    }
}
