using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Tests.Engine;

namespace Bitloom.Tests.Hdl;

/// <summary>The bytes of a load, and the folder of an engine with a load port.</summary>
public sealed class LoadImageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly EngineProgram program = Programs.Compile(SmallGraphs.OneProduct(), new(1, 1, 1));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Sections_AreNumberWordsAndWords_LowBytesFirst()
    {
        var sections = LoadImage.Sections(program);

        // One weight of 8 bits, 1, and a word of padding; M = 3 (3 bits), N = 0, B = 8 in one word; n = 2 and m = 1.
        sections.Length.ShouldBe(7);
        Convert.ToHexString(sections[1].AsSpan()).ShouldBe("0101000100");
        Convert.ToHexString(sections[3].AsSpan()).ShouldBe("0301000000");
        Convert.ToHexString(sections[5].AsSpan()).ShouldBe("0501000000");
        Convert.ToHexString(sections[6].AsSpan()).ShouldBe("0601000100");
    }

    [Fact]
    public void Sections_HoldTheWordsOfTheImages()
    {
        var images = program.Images.All.ToArray();

        var sections = LoadImage.Sections(program);

        for (var number = 0; number < images.Length; number++)
        {
            var bytes = (images[number].WordBits + 7) / 8;
            sections[number].Skip(3).Chunk(bytes).Select(word => new System.Numerics.BigInteger(word, isUnsigned: true))
                .ShouldBe(images[number].Words);
        }
    }

    [Fact]
    public void Slices_AreTheWords_WhenTheyArePutTogether()
    {
        var image = program.Images.Program;

        var plan = MemoryPlan.Whole(program.Parameters, new(), loadPort: true);

        var slices = AcceleratorConstants.PartFiles(image, plan[EngineMemory.Program], loadPort: true).ToArray();

        slices.Select(slice => slice.File).ShouldBe(
            Enumerable.Range(0, slices.Length).Select(number => $"memory/program.hex.{number:d3}"));
        slices.Sum(slice => slice.Contents.WordBits).ShouldBe(image.WordBits);
        slices[..^1].ShouldAllBe(slice => slice.Contents.WordBits == 36);
        image.Words.Select((_, address) => slices.Reverse().Aggregate(
            System.Numerics.BigInteger.Zero,
            (word, slice) => (word << slice.Contents.WordBits) | slice.Contents.Words[address])).ShouldBe(image.Words);
    }

    [Fact]
    public void Write_LeavesALoadAndSlicedContents_WithALoadPort()
    {
        HdlProject.Write(folder.Path, program, new MemoryKinds(), loadPort: true);

        File.ReadAllBytes(Path.Combine(folder.Path, "load.bin")).ShouldBe(LoadImage.Of(program));
        File.Exists(Path.Combine(folder.Path, "memory/weight.hex.000")).ShouldBeTrue();
        Constants().ShouldContain("  constant loadable_c : boolean := true;\n");
    }

    [Fact]
    public void Write_LeavesNoLoad_WithoutALoadPort()
    {
        HdlProject.Write(folder.Path, program, new MemoryKinds(), loadPort: true);
        HdlProject.Write(folder.Path, program, new MemoryKinds());

        File.Exists(Path.Combine(folder.Path, "load.bin")).ShouldBeFalse();
        File.Exists(Path.Combine(folder.Path, "memory/weight.hex")).ShouldBeTrue();
        Constants().ShouldContain("  constant loadable_c : boolean := false;\n");
    }

    [Fact]
    public void Phase_HasABytePerLine_AndItsWindowsAtTheEnd()
    {
        new LoadPhase([0x0a, 0xff], Windows: 3, Inputs: 8, Outputs: 2).Lines().ShouldBe(["0a", "ff .", "= 3 8 2"]);
        new LoadPhase([], Windows: 1, Inputs: 4, Outputs: 1).Lines().ShouldBe(["= 1 4 1"]);
    }

    private string Constants() => File.ReadAllText(Path.Combine(folder.Path, "rtl/accelerator_constants.vhd"));
}
