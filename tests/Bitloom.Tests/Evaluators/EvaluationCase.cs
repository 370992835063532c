using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Tests.Evaluators;

/// <summary>What every evaluator must answer: windows of one graph, and the outputs that follow from arithmetic.md.</summary>
/// <param name="Shape">The engine to compile for, where there is one.</param>
/// <param name="Windows">Quantized windows, one after the other.</param>
/// <param name="Expected">The output of each, one after the other; not computed by an evaluator.</param>
public sealed record EvaluationCase(IntegerGraph Graph, EngineShape Shape, int[] Windows, int[] Expected)
{
    /// <summary>Elements of a window.</summary>
    public int WindowSize => Graph.InputTensor.Count;

    /// <summary>Each window on its own.</summary>
    public IEnumerable<int[]> EachWindow => Windows.Chunk(WindowSize);
}
