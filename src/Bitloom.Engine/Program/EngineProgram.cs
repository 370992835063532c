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
    /// <summary>Rows and columns of the output tensors, in the order in which they are streamed.</summary>
    public IEnumerable<(int Rows, int Columns)> OutputShapes => Instructions
        .Select(instruction => instruction.Fields)
        .Where(fields => fields.Opcode is Opcode.Output or Opcode.End)
        .Select(fields => ((fields.RowTiles - 1) * Parameters.Shape.T + fields.LastRows, fields.Steps));

    /// <summary>Cycles of an inference in which the array takes operands.</summary>
    public long ArrayCycles => Instructions
        .Select(instruction => instruction.Fields)
        .Where(fields => fields.Opcode == Opcode.MatMul)
        .Sum(fields => (long)fields.Tiles * fields.Steps);

    /// <summary>Elements of an inference's output stream.</summary>
    public int Outputs => OutputShapes.Sum(shape => shape.Rows * shape.Columns);
}
