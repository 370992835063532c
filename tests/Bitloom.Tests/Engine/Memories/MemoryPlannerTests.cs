using System.Collections.Concurrent;
using Bitloom.Engine;

namespace Bitloom.Tests.Engine.Memories;

/// <summary>The planner against plain search, and on the encoders that it is for.</summary>
public sealed class MemoryPlannerTests
{
    private static readonly EngineParameters Small = Programs.Compile(SmallGraphs.Encoder(), new(6, 3, 1)).Parameters;

    // Of every kind of shape a small one, so that a plain search ends.
    private static readonly MemoryFamily Tiny = MemoryFamily.SevenSeries with
    {
        Shapes = [new(1, 8, 1), new(2, 4, 1), new(3, 8, 2), new(5, 4, 2)],
        LutWords = 2,
        JoinedLuts = 2,
    };

    private static readonly ConcurrentDictionary<(int Bits, int Words, int Units), int> Known = new();

    [Theory]
    [InlineData(1, 3)]
    [InlineData(5, 9)]
    [InlineData(7, 4)]
    [InlineData(6, 13)]
    [InlineData(8, 17)]
    public void Slices_CostTheLeast_OfAllWaysToCut(int bits, int words)
    {
        var best = ReadOnlySlices.Best(Tiny, [new(0, bits, words)], units: 6, blocksOnly: false);

        for (var units = 0; units <= 6; units++)
            best[..(units + 1)].Min(slices => slices?.Luts).ShouldBe(LeastLuts(bits, words, units));
    }

    [Fact]
    public void Slices_OfPlanes_CostTheLeastTogether()
    {
        var best = ReadOnlySlices.Best(Tiny, [new(0, 4, 12), new(4, 3, 5)], units: 5, blocksOnly: false);

        best.Min(slices => slices?.Luts).ShouldBe(
            Enumerable.Range(0, 6).Min(units => LeastLuts(4, 12, units) + LeastLuts(3, 5, 5 - units)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 30)]
    [InlineData(20, 2400)]
    public void Parts_CoverEveryBitOfEveryWordOnce(int units, int lutMemory)
    {
        var plan = MemoryPlanner.Plan(Small, new(), new(Tiny, units, lutMemory));

        foreach (var layout in plan.Layouts)
        {
            var covered = layout.Parts.SelectMany(part =>
                from bit in Enumerable.Range(part.Low, part.Bits)
                from word in Enumerable.Range(part.First, part.Words)
                select (bit, word)).ToArray();
            covered.Length.ShouldBe(Small.WordBits(layout.Memory) * Small.Depths[layout.Memory]);
            covered.Distinct().Count().ShouldBe(covered.Length);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    public void Contents_OfAllParts_RebuildTheImage(int units)
    {
        var program = Programs.Compile(SmallGraphs.Encoder(), new(6, 3, 1));
        var plan = MemoryPlanner.Plan(program.Parameters, new(), new(Tiny, units, 100));

        foreach (var image in program.Images.All)
        {
            var parts = plan[image.Memory].Parts.Select(part => (Part: part, part.Contents(image).Words)).ToArray();
            for (var word = 0; word < image.Words.Length; word++)
            {
                parts.Where(part => part.Part.First <= word && word < part.Part.First + part.Part.Words)
                    .Aggregate(System.Numerics.BigInteger.Zero, (sum, part) => sum
                        | part.Words[word % Window(part.Part.Words)] << part.Part.Low)
                    .ShouldBe(image.Words[word]);
            }
        }
    }

    [Fact]
    public void Plan_CostsTheLeastLuts_OfAllDivisionsOfTheBlocks()
    {
        var (budget, kinds) = (new MemoryBudget(Tiny, 6, 250), new MemoryKinds());
        var options = EngineMemories.All
            .Select(memory => MemoryOptions.Of(Small, memory, kinds[memory], budget, loadPort: false).ToArray());
        IEnumerable<MemoryCost> all = [MemoryCost.None];
        foreach (var memory in options)
            all = all.SelectMany(cost => memory.Select(option => cost + option.Cost)).Distinct().ToArray();

        var plan = MemoryPlanner.Plan(Small, kinds, budget);

        plan.Cost.BlockUnits.ShouldBeLessThanOrEqualTo(6);
        plan.Cost.LutMemory.ShouldBeLessThanOrEqualTo(250);
        plan.Cost.Luts.ShouldBe(
            all.Where(cost => cost.BlockUnits <= 6 && cost.LutMemory <= 250).Min(cost => cost.Luts));
    }

    [Fact]
    public void Plan_KeepsTheKindsAskedFor_AlsoBeyondTheBudget()
    {
        var kinds = new MemoryKinds(Bank0: MemoryKind.Block, Weight: MemoryKind.Block, Program: MemoryKind.Distributed);

        var plan = MemoryPlanner.Plan(Small, kinds, new(MemoryFamily.SevenSeries, 0, 2400));

        plan[EngineMemory.Bank0].Kind.ShouldBe(MemoryKind.Block);
        plan[EngineMemory.Weight].Kind.ShouldBe(MemoryKind.Block);
        plan[EngineMemory.Program].Kind.ShouldBe(MemoryKind.Distributed);
        plan.Cost.BlockUnits.ShouldBe(
            plan[EngineMemory.Bank0].Cost.BlockUnits + plan[EngineMemory.Weight].Cost.BlockUnits);
    }

    [Fact]
    public void Banks_GoToBlockRam_WhenTheLutMemoryIsUsedUp()
    {
        var plan = MemoryPlanner.Plan(Small, new(), new(MemoryFamily.SevenSeries, 20, 0));

        EngineMemory[] written = [EngineMemory.Bank0, EngineMemory.Bank1, EngineMemory.BankB, EngineMemory.Input];
        written.ShouldAllBe(bank => plan[bank].Kind == MemoryKind.Block);
        plan.Cost.LutMemory.ShouldBe(0);
    }

    [Fact]
    public void Plan_OfWeightsLargerThanTheBlocks_UsesAllOfThem_AndSpillsTheRest()
    {
        var best = ReadOnlySlices.Best(
            MemoryFamily.SevenSeries, [new(0, 48, 8427)], units: 20, blocksOnly: false)[20]!;

        // 5 pairs of 4,096 x 9 take 45 bits of 8,192 words; 3 bits and 235 words are left.
        best.Parts().Count(part => part.Kind == MemoryKind.Block).ShouldBe(10);
        best.Luts.ShouldBe(45 * (4 + 1) + 3 * MemoryFamily.SevenSeries.LogicLuts(8427));
    }

    [Theory]
    [InlineData(8, 30, 8)]
    [InlineData(8, 33, 12)]
    [InlineData(48, 33, 64)]
    [InlineData(48, 96, 96)]
    [InlineData(7, 130, 36)]
    public void LutMemory_IsWhatYosysCounts_OfABank(int bits, int words, int luts)
    {
        var parameters = Small with
        {
            Widths = Small.Widths with { ActivationBits = bits },
            Shape = new(1, 1, 1),
            Depths = Small.Depths with { Bank0 = words },
        };

        var plan = MemoryPlanner.Plan(
            parameters, new(Bank0: MemoryKind.Distributed), new(MemoryFamily.SevenSeries, 20, 2400));

        plan[EngineMemory.Bank0].Cost.LutMemory.ShouldBe(luts);
    }

    private static int Window(int words) => 1 << Math.Max(1, (int)Math.Ceiling(Math.Log2(words)));

    // Bit by bit: a stack of one shape is opened for as many bits as it has, or its rest is left over.
    private static int LeastLuts(int bits, int words, int units)
    {
        if (bits == 0)
            return 0;
        return Known.TryGetValue((bits, words, units), out var luts)
            ? luts
            : Known[(bits, words, units)] = Search(bits, words, units);
    }

    private static int Search(int bits, int words, int units) => BlockStack.Of(Tiny, bits, words)
        .Where(stack => stack.Units <= units)
        .SelectMany(stack => Enumerable.Range(1, Math.Min(stack.Bits, bits)).Select(width =>
            width * stack.BitLuts + LeastLuts(bits - width, words, units - stack.Units)))
        .Min();
}
