using System.Runtime.InteropServices;

namespace Bitloom.Tensors;

/// <summary>
/// Arrays that never move and begin, where the runtime's allocator lets them, at the beginning of a cache line: a
/// vector of 64 bytes from elsewhere takes two lines, and twice the time in the first cache. Nothing but time depends
/// on it.
/// </summary>
internal static class AlignedArray
{
    private const int Line = 64;
    private const int Attempts = 8;

    // Longer ones do not stay in a cache; to make them twice would take memory.
    private const int Longest = 1 << 18;

    // Before the elements of an array: its type, its length and what the runtime keeps for each object.
    private const int Header = 24;

    /// <summary>Zeros.</summary>
    public static float[] Make(int length)
    {
        for (var attempt = 0; length <= Longest && attempt < Attempts; attempt++)
        {
            var array = GC.AllocateArray<float>(length, pinned: true);
            if (Misalignment(array) == 0)
                return array;
            // Pinned arrays are laid one behind the other: one of this size moves the next to the beginning of a line.
            var next = Misalignment(array) + length * sizeof(float) + Header;
            _ = GC.AllocateUninitializedArray<byte>((2 * Line - (next + Header) % Line) % Line, pinned: true);
        }

        return new float[length];
    }

    private static int Misalignment(float[] array) => (int)(Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % Line);
}
