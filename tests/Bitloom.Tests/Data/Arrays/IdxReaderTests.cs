using System.IO.Compression;
using Bitloom.Data;
using Bitloom.Tests.Data.Recordings;

namespace Bitloom.Tests.Data.Arrays;

public sealed class IdxReaderTests
{
    [Theory]
    [InlineData(0x08, "uint8", new byte[] { 0xFF, 2 }, 255, 2)]
    [InlineData(0x09, "int8", new byte[] { 0xFF, 2 }, -1, 2)]
    [InlineData(0x0B, "int16", new byte[] { 0xFF, 0xFE, 2, 1 }, -2, 513)]
    [InlineData(0x0C, "int32", new byte[] { 0xFF, 0xFF, 0xFF, 0xFD, 0, 1, 0, 0 }, -3, 65536)]
    [InlineData(0x0D, "float32", new byte[] { 0x3F, 0xC0, 0, 0, 0xC0, 0, 0, 0 }, 1.5, -2)]
    [InlineData(0x0E, "float64", new byte[] { 0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0 }, 1.5, -2)]
    public void Elements_OfEveryType_AreRead(byte code, string type, byte[] payload, double first, double second)
    {
        using var folder = new TemporaryFolder().With("a.idx", ArrayFiles.Idx(code, [2], payload));

        var array = IdxReader.Read(folder.Path, "a.idx").Value.ShouldNotBeNull();

        array.ElementType.ShouldBe(type);
        array.Values.ShouldBe([first, second]);
    }

    [Fact]
    public void CompressedImages_AreRowsOfChannels_WithClassesOfTheirOwn()
    {
        using var folder = new TemporaryFolder()
            .With("x.gz", Compressed(ArrayFiles.Idx(8, [2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])))
            .With("y-ubyte", ArrayFiles.Idx(8, [2], [7, 3]));

        var set = RecordingReader.Read(Recorded.Options(folder), "x.gz", "y-ubyte").Value.ShouldNotBeNull();

        set.Classes.ShouldBe(["3", "7"]);
        set.Channels.Length.ShouldBe(3);
        set.Recordings[1].Class.ShouldBe("3");
        set.Recordings[1].Series.Values.ShouldBe([7, 8, 9, 10, 11, 12]);
    }

    private static byte[] Compressed(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            gzip.Write(content);
        return target.ToArray();
    }
}
