using Bitloom.Diagnostics;

namespace Bitloom.Engine;

/// <summary>
/// Executes the encoded words of a program on its memory images, and nothing else of the graph: every width wraps as
/// the hardware's, every read sees only what was written in an earlier cycle, lanes without a valid row compute on
/// whatever they hold.
/// </summary>
public static class EngineSimulator
{
    /// <summary>Runs one inference on a window of raw integers, row-major.</summary>
    /// <param name="remains">
    /// Seed of arbitrary words in all written memories, as an earlier inference leaves them; zeros when null.
    /// </param>
    public static SimulationResult Run(
        EngineProgram program, ReadOnlySpan<int> input, IEngineObserver? observer = null, int? remains = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        var machine = new EngineMachine(program.Parameters, program.Images, observer);
        if (remains is { } seed)
            machine.Litter(new Random(seed));
        LoadInput(machine, input);
        var (cursor, outputs) = (0L, new List<int>());
        for (var index = 0; index < program.Images.Program.Words.Length; index++)
        {
            machine.Instruction = index;
            var fields = InstructionLayout.Decode(program.Images.Program.Words[index], program.Parameters);
            var start = cursor + fields.Delay;
            if (fields.Opcode is Opcode.Output or Opcode.End)
                cursor = Stream(machine, fields, start, outputs);
            if (fields.Opcode == Opcode.End)
                return new(machine, outputs, program.Parameters.Inputs + PipelineLatencies.Start + cursor - 1);
            if (fields.Opcode == Opcode.Output)
                continue;
            Execute(machine, fields, start);
            cursor = start + (long)fields.Tiles * fields.TileCycles;
        }

        throw new CompilerBugException("EngineSimulator", "the program has no END");
    }

    private static void Execute(EngineMachine machine, Instruction fields, long start)
    {
        switch (fields.Opcode)
        {
            case Opcode.MatMul:
                new ProductExecution(machine, fields, start).Run();
                break;
            case Opcode.Softmax:
                new SoftmaxExecution(machine, fields, start).Run();
                break;
            case Opcode.Norm:
                new NormExecution(machine, fields, start).Run();
                break;
            default:
                new ProbabilitiesExecution(machine, fields, start).Run();
                break;
        }
    }

    private static void LoadInput(EngineMachine machine, ReadOnlySpan<int> input)
    {
        var parameters = machine.Parameters;
        var (rows, columns, t) = (parameters.InputRows, parameters.InputColumns, parameters.Shape.T);
        machine.Instruction = -1;
        for (var address = 0; address < Division.Ceiling(rows, t) * columns; address++)
        {
            var word = machine.WordAfter(EngineMemory.Input, address, machine.Instruction).ToArray();
            for (var lane = 0; lane < Math.Min(t, rows - address / columns * t); lane++)
                word[lane] = input[(address / columns * t + lane) * columns + address % columns] & Mask(machine);
            machine.Write(EngineMemory.Input, address, cycle: -1, word);
        }
    }

    /// <summary>
    /// Streams a tensor; the next instruction's delay begins in the cycle after its last element is taken.
    /// </summary>
    private static long Stream(EngineMachine machine, Instruction fields, long start, List<int> outputs)
    {
        var t = machine.Parameters.Shape.T;
        var count = ((fields.RowTiles - 1) * t + fields.LastRows) * fields.Steps;
        for (var index = 0; index < count; index++)
        {
            var (row, column) = Math.DivRem(index, fields.Steps);
            var address = fields.ABase + row / t * fields.AStride + column;
            var word = machine.Read(fields.ABank, address, start + (long)index * PipelineLatencies.OutputInterval);
            outputs.Add(machine.Extend(word[row % t], fields.AUnsigned));
        }

        return start + PipelineLatencies.Streaming(1, count) + PipelineLatencies.TensorGap;
    }

    private static int Mask(EngineMachine machine) => (1 << machine.ElementBits) - 1;
}
