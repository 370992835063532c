using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bitloom.Tensors;

/// <summary>The first elements of a vector, where a row ends before the vector does.</summary>
internal static class PartVector
{
    public const int Width = 16;

    /// <summary>At most sixteen elements, zeros behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ReadOnlySpan<float> from) => from.Length >= Width
        ? Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(from))
        : LoadPart(from);

    /// <summary>As many elements as there is room for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> vector, Span<float> to)
    {
        if (to.Length >= Width)
            vector.StoreUnsafe(ref MemoryMarshal.GetReference(to));
        else
            StorePart(vector, to);
    }

    private static Vector512<float> LoadPart(ReadOnlySpan<float> from)
    {
        Span<float> whole = stackalloc float[Width];
        whole.Clear();
        from.CopyTo(whole);
        return Vector512.Create<float>(whole);
    }

    private static void StorePart(Vector512<float> vector, Span<float> to)
    {
        Span<float> whole = stackalloc float[Width];
        vector.CopyTo(whole);
        whole[..to.Length].CopyTo(to);
    }
}
