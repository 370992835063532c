namespace Bitloom.Interpreter;

/// <summary>Where a tensor lies in a <see cref="Workspace"/>: rows of 16-bit elements, padded to whole vectors.</summary>
/// <param name="Offset">Of its first element.</param>
/// <param name="Stride">Elements from one row to the next.</param>
internal sealed record TensorPlace(int Offset, int Stride, int Rows, int Columns)
{
    /// <summary>Writes row-major values, whose range is known.</summary>
    public void Write(short[] memory, ReadOnlySpan<int> values)
    {
        for (var row = 0; row < Rows; row++)
        {
            var target = memory.AsSpan(Offset + row * Stride, Columns);
            var source = values.Slice(row * Columns, Columns);
            for (var column = 0; column < source.Length; column++)
                target[column] = (short)source[column];
        }
    }

    /// <summary>Reads row-major values.</summary>
    public void Read(short[] memory, Span<int> values)
    {
        for (var row = 0; row < Rows; row++)
        {
            var source = memory.AsSpan(Offset + row * Stride, Columns);
            var target = values.Slice(row * Columns, Columns);
            for (var column = 0; column < source.Length; column++)
                target[column] = source[column];
        }
    }
}
