using Bitloom.Ir;

namespace Bitloom.Fuzzing;

/// <summary>
/// Seeded, valid, encoder-like integer graphs made directly of random constants, with outputs spread over their ranges
/// rather than saturated. The tensors have the names and shapes of docs/arithmetic.md.
/// </summary>
public static class RandomGraphs
{
    /// <summary>The graph of <paramref name="seed"/>; the same one at every call.</summary>
    public static IntegerGraph Create(int seed, RandomGraphOptions? options = null) =>
        new FurtherOperations(seed, options ?? new()).Apply(new RandomEncoder(seed, options ?? new()).Create());

    /// <summary>A graph of any structure and with constants at their bounds; the same one at every call.</summary>
    public static IntegerGraph CreateAny(int seed, RandomGraphOptions? options = null)
    {
        var random = new Random(seed);
        var graph = random.Next(2) == 0
            ? new RandomNetwork(seed, options ?? new()).Create()
            : new RandomEncoder(seed, options ?? new()).Create();
        graph = new FurtherOperations(seed, options ?? new()).Apply(graph);
        return random.Next(2) == 0 ? new ExtremeConstants(random).Apply(graph) : graph;
    }

    /// <summary>A random input of <paramref name="graph"/>, uniform over the input's format, row-major.</summary>
    public static int[] Input(IntegerGraph graph, int seed)
    {
        var random = new Random(seed);
        var tensor = graph.InputTensor;
        var values = new int[tensor.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = random.Next(tensor.Format.Minimum, tensor.Format.Maximum + 1);
        return values;
    }
}
