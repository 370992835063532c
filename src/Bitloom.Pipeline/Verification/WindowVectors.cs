using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Pipeline;

/// <summary>Some windows of the test part, in order, with the outputs that the interpreter computes for them.</summary>
/// <param name="Indices">Which windows of the test part.</param>
internal sealed record WindowVectors(int[] Indices, int[] Inputs, int[] Expected)
{
    /// <summary>At most <paramref name="count"/> distinct windows, drawn by the seed.</summary>
    /// <param name="windows">All windows of the test part, quantized.</param>
    public static WindowVectors Draw(IntegerGraph graph, int[] windows, int count, int seed)
    {
        var size = graph.InputTensor.Count;
        var indices = Enumerable.Range(0, windows.Length / size).ToArray();
        new Random(seed).Shuffle(indices);
        return Of(graph, windows, [.. indices.Take(count).Order()]);
    }

    /// <summary>The first <paramref name="count"/> of these windows.</summary>
    public WindowVectors First(int count)
    {
        var taken = Math.Min(count, Indices.Length);
        return new(
            Indices[..taken],
            Inputs[..(Inputs.Length / Indices.Length * taken)],
            Expected[..(Expected.Length / Indices.Length * taken)]);
    }

    private static WindowVectors Of(IntegerGraph graph, int[] windows, int[] indices)
    {
        var size = graph.InputTensor.Count;
        return new(
            indices,
            [.. indices.SelectMany(index => windows.AsSpan(index * size, size).ToArray())],
            [
                .. indices.AsParallel().AsOrdered()
                    .Select(index => GraphInterpreter.Run(graph, windows.AsSpan(index * size, size)).Output)
                    .SelectMany(output => output),
            ]);
    }
}
