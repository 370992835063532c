using System.Buffers.Binary;
using System.Text;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>
/// Reads arrays of NumPy's format (NEP 1), versions 1 to 3: booleans, integers of 8 to 64 bits and floats of 16 to 64,
/// either byte order, C or Fortran order. Objects, structures, texts and complex numbers are refused.
/// </summary>
public static class NpyReader
{
    private const int LongestHeader = 1 << 16;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The array in a file.</summary>
    public static Checked<NumericArray> Read(string directory, string file)
    {
        var bag = new DiagnosticBag();
        var array = Read(directory, file, bag);
        return array is null ? Checked.Failure<NumericArray>(bag.ToList()) : Checked.Success(array, bag.ToList());
    }

    internal static NumericArray? Read(string directory, string file, DiagnosticBag bag) =>
        DataFile.ReadStream(directory, file, "a .npy file", bag, stream =>
            ReadText(stream, file, bag) is { } text && NpyHeader.Parse(text, file, bag) is { } header
                ? ArrayPayload.Read(stream, header, file, bag)
                : null);

    private static string? ReadText(Stream stream, string file, DiagnosticBag bag)
    {
        var start = new byte[8];
        if (!Fill(stream, start) || !start.AsSpan(0, 6).SequenceEqual(Magic))
            return Report(file, "the file does not begin with the mark of the format", bag);
        if (start[6] is < 1 or > 3)
            return Report(file, Text.Of($"the file is of version {start[6]}.{start[7]} of the format"), bag);
        var size = new byte[start[6] == 1 ? 2 : 4];
        if (!Fill(stream, size))
            return Report(file, "the file ends in its header", bag);
        var length = size.Length == 2
            ? BinaryPrimitives.ReadUInt16LittleEndian(size)
            : BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (length > LongestHeader)
            return Report(file, Text.Of($"the header claims {length} bytes"), bag);
        var header = new byte[length];
        return Fill(stream, header)
            ? Encoding.UTF8.GetString(header)
            : Report(file, "the file ends in its header", bag);
    }

    private static bool Fill(Stream stream, byte[] buffer) =>
        stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;

    private static string? Report(string file, string found, DiagnosticBag bag)
    {
        bag.Error("DATA021", file, found, Text.Of(
            $"an array as numpy.save writes it: versions 1 to 3, a header of at most {LongestHeader} bytes"),
            "save the array again with numpy.save");
        return null;
    }
}
