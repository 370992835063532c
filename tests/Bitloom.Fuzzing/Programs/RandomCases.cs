using System.Collections.Immutable;
using Bitloom.Engine;

namespace Bitloom.Fuzzing;

/// <summary>Draws engines, and for each the cases that one simulator of it can play.</summary>
public static class RandomCases
{
    private const int MostCells = 48;
    private const int MostRows = 12;

    /// <summary>
    /// Cases of one shape, with the same memory kinds, windows and softmax precision; the same at every call.
    /// </summary>
    public static IReadOnlyList<ProgramCase> OfEngine(int seed, int cases, int windows)
    {
        var random = new Random(seed);
        var shapes = Shapes().ToArray();
        var shape = shapes[random.Next(shapes.Length)];
        var banks = Kind(random);
        var kinds = new MemoryKinds(
            Bank0: banks, Bank1: banks, BankB: Kind(random), Weight: Kind(random), Epilogue: Kind(random));
        var options = RandomGraphOptions.OfEngines with
        {
            Window = random.Next(1, 13),
            Features = random.Next(1, 6),
            ExponentialBits = random.Next(4, 13),
            MinimumBits = random.Next(2, 5),
            MaximumBits = random.Next(5, 9),
            NormFeatures = 2 + seed % 5,
        };
        return [.. Enumerable.Range(0, cases)
            .Select(index => Draw(unchecked(seed * 100_003 + index), options, shape, kinds, windows))];
    }

    private static ProgramCase Draw(
        int seed, RandomGraphOptions options, EngineShape shape, MemoryKinds kinds, int windows)
    {
        var random = new Random(seed);
        var graph = RandomGraphs.CreateAny(seed, options);
        var format = graph.InputTensor.Format;
        int[] bounds = [format.Minimum, format.Maximum];
        ImmutableArray<int> elements =
        [
            .. Enumerable.Repeat(bounds[random.Next(2)], graph.InputTensor.Count),
            .. Enumerable.Range(1, windows - 1).SelectMany(_ => RandomGraphs.Input(graph, random.Next())),
        ];
        return new(graph, shape, kinds, elements, random.Next(1, 1000), random.Next(1, 1000));
    }

    private static IEnumerable<EngineShape> Shapes() =>
        from t in Enumerable.Range(1, MostRows)
        from g in Enumerable.Range(1, t)
        from r in Enumerable.Range(1, g)
        let shape = new EngineShape(t, g, r)
        where shape.IsLegal && shape.Cells <= MostCells
        select shape;

    private static MemoryKind Kind(Random random) => (MemoryKind)random.Next(3);
}
