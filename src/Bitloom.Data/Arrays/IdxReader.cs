using System.Buffers.Binary;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>
/// Reads arrays of the IDX format of LeCun's MNIST files: two zero bytes, the element type, the number of axes, their
/// lengths, the elements, all of it big-endian; compressed where the name ends in .gz.
/// </summary>
public static class IdxReader
{
    /// <summary>The array in a file.</summary>
    public static Checked<NumericArray> Read(string directory, string file)
    {
        var bag = new DiagnosticBag();
        var array = Read(directory, file, bag);
        return array is null ? Checked.Failure<NumericArray>(bag.ToList()) : Checked.Success(array, bag.ToList());
    }

    internal static NumericArray? Read(string directory, string file, DiagnosticBag bag) =>
        DataFile.ReadStream(directory, file, "an IDX file", bag, stream =>
            ReadHeader(stream, file, bag) is { } header ? ArrayPayload.Read(stream, header, file, bag) : null);

    private static ArrayHeader? ReadHeader(Stream stream, string file, DiagnosticBag bag)
    {
        var start = new byte[4];
        if (!Fill(stream, start) || start[0] != 0 || start[1] != 0)
            return Report(file, "the file does not begin with two zero bytes", bag);
        if (!ElementType.OfIdx.TryGetValue(start[2], out var type))
            return Report(file, Text.Of($"the element type is 0x{start[2]:X2}"), bag);
        if (start[3] is 0 or > 32)
            return Report(file, Text.Of($"the number of axes is {start[3]}"), bag);
        var axes = new byte[4 * start[3]];
        if (!Fill(stream, axes))
            return Report(file, "the file ends in its header", bag);
        long[] shape = [.. axes.Chunk(4).Select(axis => (long)BinaryPrimitives.ReadUInt32BigEndian(axis))];
        return ArrayPayload.CheckShape(shape, file, bag) is { } lengths
            ? new ArrayHeader(type, BigEndian: true, Fortran: false, lengths)
            : null;
    }

    private static bool Fill(Stream stream, byte[] buffer) =>
        stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;

    private static ArrayHeader? Report(string file, string found, DiagnosticBag bag)
    {
        bag.Error("DATA025", file, found,
            "two zero bytes, an element type of 0x08, 0x09 or 0x0B to 0x0E, and 1 to 32 axes", "name an IDX file");
        return null;
    }
}
