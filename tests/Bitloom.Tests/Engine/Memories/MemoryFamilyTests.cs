using Bitloom.Engine;

namespace Bitloom.Tests.Engine.Memories;

/// <summary>What the memories of each family take, counted by hand.</summary>
public sealed class MemoryFamilyTests
{
    private static readonly EngineParameters Small = Programs.Compile(SmallGraphs.Encoder(), new(6, 3, 1)).Parameters;

    private static readonly Dictionary<string, MemoryFamily> Families = new(StringComparer.Ordinal)
    {
        ["7 series"] = MemoryFamily.SevenSeries,
        ["UltraScale+"] = MemoryFamily.UltraScalePlus,
        ["ECP5"] = MemoryFamily.Ecp5,
    };

    public static TheoryData<string, int, int, int, int> Banks => new()
    {
        // Groups of 32 words by 6 bits, four LUTs each, and one LUT a bit that selects between them three at a time.
        { "7 series", 20, 96, 4 * 3 * 4, 4 * 3 * 4 + 20 },
        // 32 words by 14 bits, eight LUTs.
        { "UltraScale+", 20, 96, 8 * 3 * 2, 8 * 3 * 2 + 20 },
        { "UltraScale+", 7, 64, 8, 8 },
        // 16 words by 4 bits, four LUTs and two that write, and five LUTs a bit that select one of six.
        { "ECP5", 20, 96, 4 * 6 * 5, 6 * 6 * 5 + 5 * 20 },
        { "ECP5", 4, 16, 4, 6 },
    };

    [Theory]
    [MemberData(nameof(Banks))]
    public void LutMemory_IsBuiltOfTheGroupsOfTheFamily(string family, int bits, int words, int memory, int luts)
    {
        var parameters = Small with
        {
            Widths = Small.Widths with { ActivationBits = bits },
            Shape = new(1, 1, 1),
            Depths = Small.Depths with { Bank0 = words },
        };

        var plan = MemoryPlanner.Plan(
            parameters, new(Bank0: MemoryKind.Distributed), new(Families[family], 20, 24000));

        plan[EngineMemory.Bank0].Cost.ShouldBe(new MemoryCost(0, memory, luts));
    }

    [Fact]
    public void Families_HaveTheirBlocks()
    {
        MemoryFamily.Ecp5.OneBlock(36, 512).ShouldBe(1);
        MemoryFamily.Ecp5.OneBlock(18, 1024).ShouldBe(1);
        MemoryFamily.Ecp5.OneBlock(19, 1024).ShouldBeNull();
        MemoryFamily.UltraScalePlus.OneBlock(36, 1024).ShouldBe(2);
        MemoryFamily.Ice40.HasLutMemory.ShouldBeFalse();
    }

    [Fact]
    public void Plan_IsMade_ForEachFamily()
    {
        foreach (var family in (MemoryFamily[])[MemoryFamily.UltraScalePlus, MemoryFamily.Ecp5])
        {
            var cost = MemoryPlanner.Plan(Small, new(), new(family, BlockUnits: 20, LutMemory: 2400)).Cost;

            cost.BlockUnits.ShouldBeInRange(0, 20);
            cost.LutMemory.ShouldBeInRange(0, 2400);
        }
    }

    // Each as Yosys 0.23 maps it.
    [Theory]
    [InlineData(2, 8192, 1)]
    [InlineData(2, 9216, 1)]
    [InlineData(2, 9217, 2)]
    [InlineData(3, 6144, 1)]
    [InlineData(3, 6145, 2)]
    [InlineData(4, 4608, 1)]
    [InlineData(4, 4609, 2)]
    [InlineData(5, 3500, 1)]
    [InlineData(12, 1536, 1)]
    [InlineData(16, 1100, 2)]
    [InlineData(3, 11000, 2)]
    public void OneReadOnlyBlock_HasSeveralWordsInOne_WhereTheyHaveRoom(int bits, int words, int units) =>
        MemoryFamily.SevenSeries.OneReadOnlyBlock(bits, words).ShouldBe(units);

    [Theory]
    [InlineData(5, 768, 1)]
    [InlineData(5, 769, null)]
    [InlineData(3, 1280, 1)]
    [InlineData(3, 1281, null)]
    [InlineData(6, 600, null)]
    public void OneReadOnlyBlock_IsTheSameOnIce40(int bits, int words, int? units) =>
        MemoryFamily.Ice40.OneReadOnlyBlock(bits, words).ShouldBe(units);
}
