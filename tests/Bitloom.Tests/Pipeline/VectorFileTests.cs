using Bitloom.Hdl;

namespace Bitloom.Tests.Pipeline;

/// <summary>The report's accuracy of the hardware rests on reading back what the bench wrote.</summary>
public sealed class VectorFileTests
{
    public static TheoryData<int, bool> Formats =>
        [.. from bits in Enumerable.Range(2, 8) from signed in (bool[])[true, false] select (bits, signed)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_RestoresEveryElement_ThatLinesWrote(int bits, bool signed)
    {
        int[] elements = [.. Enumerable.Range(signed ? -(1 << (bits - 1)) : 0, 1 << bits)];

        var read = VectorFile.Read(VectorFile.Lines(elements, bits), bits, signed);

        read.ShouldBe(elements);
    }

    // The bench prints whole digits in upper case.
    [Theory]
    [InlineData("0F", 5, true, 15)]
    [InlineData("1F", 5, true, -1)]
    [InlineData("1F", 5, false, 31)]
    [InlineData("80", 8, true, -128)]
    public void Read_TakesLinesOfTheBench(string line, int bits, bool signed, int expected)
    {
        VectorFile.Read([line], bits, signed).ShouldBe([expected]);
    }

    // A simulator that was killed leaves half a line, one that is broken anything.
    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("FFFFFFFFFFFFFFFFFF")]
    [InlineData("FFFFFFFF")]
    public void Read_StopsAtALineThatIsNoElement(string line)
    {
        VectorFile.Read(["01", line, "02"], 8, signed: false).ShouldBe([1]);
    }
}
