using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>A graph compiled for one engine: everything that the hardware, its bench and the report need.</summary>
/// <param name="Instructions">In order; the last is END. The same as the words of the program image.</param>
/// <param name="MemoryMap">Where every tensor lies and when, activations first.</param>
public sealed record EngineProgram(
    string Name,
    EngineParameters Parameters,
    ImmutableArray<ProgramInstruction> Instructions,
    ImmutableArray<MemoryMapEntry> MemoryMap,
    MemoryImages Images,
    ExecutionSchedule Schedule)
{
    /// <summary>Rows of the output tensor.</summary>
    public int OutputRows => (End.RowTiles - 1) * Parameters.Shape.T + End.LastRows;

    /// <summary>Columns of the output tensor.</summary>
    public int OutputColumns => End.Steps;

    /// <summary>Elements of an inference's output stream.</summary>
    public int Outputs => OutputRows * OutputColumns;

    private Instruction End => Instructions[^1].Fields;
}
