using Bitloom.Engine;

namespace Bitloom.Fuzzing;

/// <summary>
/// Draws accelerators over the sizes, bits, kinds of memories and cells, and shapes of engines that fit small devices:
/// what estimates of resources are fitted to and checked with.
/// </summary>
public static class RandomAccelerators
{
    private const int MostRows = 16;

    private static readonly int[] Windows = [1, 4, 6, 8, 12, 16, 20, 24, 32];
    private static readonly int[] Dimensions = [8, 8, 12, 16, 16, 20, 24, 32, 32, 40, 48, 64];
    private static readonly int[] HeadCounts = [1, 1, 1, 2, 4];
    private static readonly int[] MultiplierBits = [10, 14, 16, 16, 16, 16, 18];

    /// <summary>The accelerator of a seed; the same one at every call.</summary>
    public static RandomAccelerator Create(int seed, AcceleratorFamily family)
    {
        var random = new Random(unchecked(seed * 7919 + (int)family));
        while (true)
        {
            if (Draw(seed, family, random) is { } accelerator)
                return accelerator;
        }
    }

    private static RandomAccelerator? Draw(int seed, AcceleratorFamily family, Random random)
    {
        var graph = RandomGraphs.Create(random.Next(), Options(random, Small(family) ? 32 : 64));
        var shape = Shape(random, Small(family) ? 20 : 72);
        var options = EngineOptions.Pinned(shape) with
        {
            MultiplierBudget = Budget(family, random),
            PairedProducts = !Small(family) && random.Next(5) > 0,
            Multiplier = Small(family) ? MultiplierSize.Mac16 : MultiplierSize.Dsp48,
        };
        var compiled = EngineCompiler.Compile(graph, options);
        if (!compiled.Ok)
            return null;
        var (program, loadPort) = (compiled.Value, random.Next(8) == 0);
        var memories = MemoryPlanner.Plan(program.Parameters, Kinds(random), Memories(family, random), loadPort);
        return IsUsual(program.Parameters, memories, family)
            ? new(seed, family, graph, program, memories, loadPort)
            : null;
    }

    private static bool Small(AcceleratorFamily family) => family == AcceleratorFamily.Ice40;

    private static RandomGraphOptions Options(Random random, int mostDimension)
    {
        var heads = Pick(HeadCounts, random);
        var dimension = Pick(Dimensions.Where(dimension => dimension <= mostDimension), random);
        var (least, most) = Bits(random);
        return new()
        {
            Window = Pick(Windows, random),
            Features = random.Next(1, 9),
            Heads = heads,
            HeadDimension = dimension / heads,
            HiddenDimension = dimension * random.Next(1, 5),
            Layers = random.Next(1, 3),
            Outputs = random.Next(1, 9),
            MinimumBits = least,
            MaximumBits = most,
            ExponentialBits = random.Next(3) > 0 ? 8 : random.Next(6, 13),
            MultiplierBits = Pick(MultiplierBits, random),
            Residuals = random.Next(3) > 0 ? true : null,
            Lookups = random.Next(5) == 0,
            Norms = random.Next(5) == 0,
            Causal = random.Next(5) == 0,
        };
    }

    // Half of them uniform, as published; the others mixed.
    private static (int Least, int Most) Bits(Random random)
    {
        if (random.Next(2) == 0)
        {
            var bits = Pick([4, 6, 8], random);
            return (bits, bits);
        }

        var least = random.Next(2, 7);
        return (least, random.Next(Math.Max(4, least), 9));
    }

    private static int Budget(AcceleratorFamily family, Random random) =>
        Pick(Small(family) ? [8, 8, 8, 4] : (int[])[20, 20, 10, 40, 80], random);

    private static MemoryBudget Memories(AcceleratorFamily family, Random random)
    {
        if (Small(family))
            return new(MemoryFamily.Ice40, 29, 0);
        return new(MemoryFamily.SevenSeries, 2 * Pick([5, 10, 10, 45], random), random.Next(600, 2401));
    }

    private static MemoryKinds Kinds(Random random) => random.Next(3) > 0
        ? new()
        : new(Kind(random), Kind(random), Kind(random), Kind(random), Kind(random), Kind(random), Kind(random));

    private static MemoryKind Kind(Random random) => (MemoryKind)Math.Max(0, random.Next(-1, 3));

    // Columns first: most of the legal shapes have one.
    private static EngineShape Shape(Random random, int mostCells)
    {
        int[] columns = [1, 2, 2, 3, 4, 4, 6, 8];
        var g = Pick(columns.Where(size => size * size <= mostCells), random);
        var t = Pick(Enumerable.Range(1, MostRows / g).Select(times => times * g).Where(size => size * g <= mostCells), random);
        return new(t, g, Pick(Enumerable.Range(1, g).Where(lanes => g % lanes == 0), random));
    }

    private static T Pick<T>(IEnumerable<T> values, Random random)
    {
        T[] all = [.. values];
        return all[random.Next(all.Length)];
    }

    // What no small device could hold teaches nothing about those.
    private static bool IsUsual(EngineParameters parameters, MemoryPlan memories, AcceleratorFamily family)
    {
        var (mostLuts, mostUnits) = Small(family) ? (2000, 40) : (4500, 60);
        var luts = EngineLuts.Of(parameters.Shape, parameters.Multipliers, parameters.Widths);
        var memoryLuts = Small(family) ? memories.Cost.Luts / 3 : memories.Cost.Luts;
        return luts + memoryLuts <= mostLuts && memoryLuts <= 500 && memories.Cost.BlockUnits <= mostUnits;
    }
}
