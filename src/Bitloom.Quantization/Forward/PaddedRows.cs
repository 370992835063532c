using System.Numerics;

namespace Bitloom.Quantization.Forward;

/// <summary>The layout of all buffers: rows padded to whole vectors, so that no kernel has a scalar tail.</summary>
internal static class PaddedRows
{
    /// <summary>Elements from one row to the next.</summary>
    public static int Stride(int columns) =>
        (columns + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>A row-major matrix with its rows padded by zeros.</summary>
    public static float[] Pad(IReadOnlyList<int> values, int rows, int columns)
    {
        var stride = Stride(columns);
        var padded = new float[rows * stride];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                padded[i * stride + j] = values[i * columns + j];
        }

        return padded;
    }
}
