using System.IO.Compression;
using System.Text;
using Bitloom.Data;
using Bitloom.Tests.Data.Recordings;

namespace Bitloom.Tests.Data.Arrays;

/// <summary>The exact text of every finding about arrays.</summary>
public sealed class ArrayDiagnosticTests
{
    [Fact]
    public void DamagedCompression_IsReported()
    {
        Recorded.Messages(Recorded.Read("a.gz", [0x1F, 0x8B, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9])).ShouldBe("""
            error DATA020 at a.gz: the compressed data are damaged
              expected: a whole file in the gzip format
              remedy:   fetch the file again
            """);
    }

    [Theory]
    [InlineData("504B0304", "the file does not begin with the mark of the format")]
    [InlineData("934E554D50590400", "the file is of version 4.0 of the format")]
    [InlineData("934E554D5059010005", "the file ends in its header")]
    [InlineData("934E554D505901007600", "the file ends in its header")]
    [InlineData("934E554D50590200FFFFFFFF", "the header claims 4294967295 bytes")]
    public void NpyThatIsNone_IsReported(string bytes, string found)
    {
        Recorded.Messages(Recorded.Read("a.npy", Convert.FromHexString(bytes))).ShouldBe($"""
            error DATA021 at a.npy: {found}
              expected: an array as numpy.save writes it: versions 1 to 3, a header of at most 65536 bytes
              remedy:   save the array again with numpy.save
            """);
    }

    [Theory]
    [InlineData("import os", "the header is not the literal that the format asks for")]
    [InlineData("{'descr': '<f4', 'shape': (2,)}", "the header does not have the three entries")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': True}", "the header does not have the three entries")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
        "'99999999999999999999' in the shape is not a length")]
    public void NpyHeaderThatIsNone_IsReported(string header, string found)
    {
        Recorded.Messages(Recorded.Read("a.npy", ArrayFiles.NpyOfHeader(header, []))).ShouldBe($"""
            error DATA021 at a.npy: {found}
              expected: a header with 'descr', 'fortran_order' and 'shape'
              remedy:   save the array again with numpy.save
            """);
    }

    [Theory]
    [InlineData("'|O'")]
    [InlineData("'<c8'")]
    [InlineData("[('x', '<f4')]")]
    public void ElementsThatAreNoNumbers_AreReported(string descr)
    {
        var header = $"{{'descr': {descr}, 'fortran_order': False, 'shape': (2,)}}";

        Recorded.Messages(Recorded.Read("a.npy", ArrayFiles.NpyOfHeader(header, new byte[16]))).ShouldBe($"""
            error DATA022 at a.npy: the elements are of the type {descr}
              expected: bool, or int, uint or float of at most 64 bits
              remedy:   convert it: numpy.save(name, array.astype('float32'))
            """);
    }

    [Theory]
    [InlineData(15, "the file ends after 3 of 4 elements")]
    [InlineData(17, "there are bytes after the 4 elements")]
    public void PayloadOfAnotherSize_IsReported(int bytes, string found)
    {
        Recorded.Messages(Recorded.Read("a.npy", ArrayFiles.Npy("<f4", "(2, 2)", new byte[bytes]))).ShouldBe($"""
            error DATA023 at a.npy: {found}
              expected: the elements that the header promises, and no more
              remedy:   fetch the file again
            """);
    }

    [Fact]
    public void ArrayThatClaimsTooMuch_IsReported()
    {
        var claim = ArrayFiles.Npy("<f8", "(4000000000, 4000000000, 0)", []);

        Recorded.Messages(Recorded.Read("a.npy", claim)).ShouldBe("""
            error DATA024 at a.npy: the array is of the shape (4000000000, 4000000000, 0)
              expected: at most 67108864 elements
              remedy:   use a part of the data
            """);
    }

    [Theory]
    [InlineData("(1048577, 1)")]
    [InlineData("(1, 1, 1048577)")]
    public void ArrayOfTooManyExamplesOrChannels_IsReported(string shape)
    {
        Recorded.Messages(Recorded.Read("a.npy", ArrayFiles.Npy("|u1", shape, new byte[1048577]))).ShouldBe($"""
            error DATA024 at a.npy: the array is of the shape {shape}
              expected: at most 1048576 examples, of at most 16384 channels
              remedy:   use a part of the data
            """);
    }

    [Theory]
    [InlineData("FFD8FFE0", "the file does not begin with two zero bytes")]
    [InlineData("00000A01", "the element type is 0x0A")]
    [InlineData("00000800", "the number of axes is 0")]
    [InlineData("000008FF", "the number of axes is 255")]
    [InlineData("0000080200000001", "the file ends in its header")]
    public void IdxThatIsNone_IsReported(string bytes, string found)
    {
        Recorded.Messages(Recorded.Read("a.idx", Convert.FromHexString(bytes))).ShouldBe($"""
            error DATA025 at a.idx: {found}
              expected: two zero bytes, an element type of 0x08, 0x09 or 0x0B to 0x0E, and 1 to 32 axes
              remedy:   name an IDX file
            """);
    }

    [Fact]
    public void CompressedArray_IsNotUnpackedBeyondItsClaim()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(ArrayFiles.Idx(8, [1, 2], []));
            gzip.Write(new byte[50_000_000]);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Recorded.Read("a.gz", packed.ToArray());

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(5_000_000);
        result.Diagnostics.ShouldHaveSingleItem().Found.ShouldBe("there are bytes after the 2 elements");
    }

    [Fact]
    public void ArraysThatDoNotFit_AreReported()
    {
        using var folder = new TemporaryFolder().With("x.npy", ArrayFiles.Npy("|u1", "(2, 2)", [1, 2, 3, 4]))
            .With("y.npy", ArrayFiles.Npy("|u1", "(3,)", [1, 2, 3]))
            .With("z.npy", ArrayFiles.Npy("<f2", "(2,)", Encoding.Latin1.GetBytes("\0\u003C\0\u0038")));

        string Read(string examples, string labels) =>
            Recorded.Messages(RecordingReader.Read(Recorded.Options(folder), examples, labels));

        Read("y.npy", "y.npy").ShouldBe("""
            error DATA026 at y.npy: the array is of the shape (3,)
              expected: examples x samples, or examples x samples x channels
              remedy:   reshape the array, or name another
            """);
        Read("x.npy", "y.npy").ShouldBe("""
            error DATA026 at y.npy: the array is of the shape (3,)
              expected: 2 classes, one for each example of 'x.npy'
              remedy:   reshape the array, or name another
            """);
        Read("x.npy", "z.npy").ShouldBe("""
            error DATA026 at z.npy[1]: the class is 0.5
              expected: a whole number
              remedy:   number the classes
            """);
    }
}
