using Bitloom.Data;

namespace Bitloom.Tests.Data.Arrays;

public sealed class NpyReaderTests
{
    [Theory]
    [InlineData("|b1", "bool", new byte[] { 0, 1 }, 0, 1)]
    [InlineData("|i1", "int8", new byte[] { 0xFF, 2 }, -1, 2)]
    [InlineData("|u1", "uint8", new byte[] { 0xFF, 2 }, 255, 2)]
    [InlineData("<i2", "int16", new byte[] { 0xFE, 0xFF, 1, 2 }, -2, 513)]
    [InlineData(">i2", "int16", new byte[] { 0xFF, 0xFE, 2, 1 }, -2, 513)]
    [InlineData("<u2", "uint16", new byte[] { 0xFE, 0xFF, 1, 2 }, 65534, 513)]
    [InlineData(">u2", "uint16", new byte[] { 0xFF, 0xFE, 2, 1 }, 65534, 513)]
    [InlineData("<i4", "int32", new byte[] { 0xFD, 0xFF, 0xFF, 0xFF, 0, 0, 1, 0 }, -3, 65536)]
    [InlineData(">i4", "int32", new byte[] { 0xFF, 0xFF, 0xFF, 0xFD, 0, 1, 0, 0 }, -3, 65536)]
    [InlineData("<u4", "uint32", new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 1, 0 }, 4294967295, 65536)]
    [InlineData(">u4", "uint32", new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0, 1, 0, 0 }, 4294967295, 65536)]
    [InlineData("<i8", "int64", new byte[] { 0xFC, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 1, 0, 0, 0 }, -4, 4294967296)]
    [InlineData(">i8", "int64", new byte[] { 255, 255, 255, 255, 255, 255, 255, 0xFC, 0, 0, 0, 1, 0, 0, 0, 0 }, -4, 4294967296)]
    [InlineData("<u8", "uint64", new byte[] { 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0 }, 5, 4294967296)]
    [InlineData(">u8", "uint64", new byte[] { 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0, 0, 0 }, 5, 4294967296)]
    [InlineData("<f2", "float16", new byte[] { 0x00, 0x3E, 0x00, 0xC0 }, 1.5, -2)]
    [InlineData(">f2", "float16", new byte[] { 0x3E, 0x00, 0xC0, 0x00 }, 1.5, -2)]
    [InlineData("<f4", "float32", new byte[] { 0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0 }, 1.5, -2)]
    [InlineData(">f4", "float32", new byte[] { 0x3F, 0xC0, 0, 0, 0xC0, 0, 0, 0 }, 1.5, -2)]
    [InlineData("<f8", "float64", new byte[] { 0, 0, 0, 0, 0, 0, 0xF8, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0 }, 1.5, -2)]
    [InlineData(">f8", "float64", new byte[] { 0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0 }, 1.5, -2)]
    public void Elements_AreReadInEitherOrder(string descr, string type, byte[] payload, double first, double second)
    {
        var array = Read(ArrayFiles.Npy(descr, "(2,)", payload));

        array.ElementType.ShouldBe(type);
        array.Shape.ShouldBe([2]);
        array.Values.ShouldBe([first, second]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Versions_DifferInTheLengthOfTheHeaderAlone(int version)
    {
        Read(ArrayFiles.Npy("|u1", "(2, 2)", [1, 2, 3, 4], version: version)).Values.ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void FortranOrder_IsTurnedIntoCOrder()
    {
        var array = Read(ArrayFiles.Npy("|u1", "(2, 3)", [1, 4, 2, 5, 3, 6], fortran: true));

        array.Values.ShouldBe([1, 2, 3, 4, 5, 6]);
        array.ShapeText.ShouldBe("(2, 3)");
    }

    [Fact]
    public void FortranOrder_OfThreeAxes_HasTheFirstIndexRunFastest()
    {
        var array = Read(ArrayFiles.Npy("|u1", "(2, 2, 2)", [0, 4, 2, 6, 1, 5, 3, 7], fortran: true));

        array.Values.ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]);
    }

    [Theory]
    [InlineData("()", new byte[] { 9 }, 1)]
    [InlineData("(0, 5)", new byte[] { }, 0)]
    [InlineData("(1L, 2L)", new byte[] { 1, 2 }, 2)]
    public void Shape_MayHaveNoAxisOrNoElement(string shape, byte[] payload, int count)
    {
        Read(ArrayFiles.Npy("|u1", shape, payload)).Values.Length.ShouldBe(count);
    }

    private static NumericArray Read(byte[] content)
    {
        using var folder = new TemporaryFolder().With("a.npy", content);
        var result = NpyReader.Read(folder.Path, "a.npy");
        return result.Value.ShouldNotBeNull(string.Join('\n', result.Diagnostics));
    }
}
