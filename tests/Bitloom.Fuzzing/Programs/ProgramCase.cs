using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Fuzzing;

/// <summary>One graph on one engine, and what is played to it.</summary>
/// <param name="Windows">Input elements of all windows, one window after the other.</param>
/// <param name="StallSeed">Seed of the stalls on both streams; 0 plays at full speed.</param>
/// <param name="ResetSeed">Draws what registers without a reset start from.</param>
public sealed record ProgramCase(
    IntegerGraph Graph, EngineShape Shape, MemoryKinds Kinds, ImmutableArray<int> Windows, int StallSeed, int ResetSeed)
{
    /// <summary>The windows one by one.</summary>
    public IEnumerable<int[]> Inputs => Windows.Chunk(Graph.InputTensor.Count);

    /// <summary>Output elements of all windows, by the oracle.</summary>
    public ImmutableArray<int> Expected() => [.. Inputs.SelectMany(input => GraphInterpreter.Run(Graph, input).Output)];
}
