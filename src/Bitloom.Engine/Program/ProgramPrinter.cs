using System.Globalization;
using System.Text;

namespace Bitloom.Engine;

/// <summary>A program as text: parameters, memory map, instructions with their times.</summary>
public static class ProgramPrinter
{
    /// <summary>The whole program; lines end with a line feed.</summary>
    public static string Print(EngineProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var lines = new[] { $"program {program.Name}, {program.Schedule.Cycles} cycles" }
            .Concat(Parameters(program))
            .Concat(["", "memory map: word, tensor, written by, last read by"])
            .Concat(program.MemoryMap.Select(Place))
            .Concat(["", "instructions: start..end, delay"])
            .Concat(program.Instructions.Select((instruction, index) => Line(instruction, index, program.Schedule)));
        return new StringBuilder().AppendJoin('\n', lines).Append('\n').ToString();
    }

    private static IEnumerable<string> Parameters(EngineProgram program)
    {
        var parameters = program.Parameters;
        var (widths, depths) = (parameters.Widths, parameters.Depths);
        yield return $"engine {parameters.Shape}";
        yield return $"widths AW={widths.ActivationBits} BW={widths.OperandBits} ACC={widths.AccumulatorBits} " +
            $"MW={widths.MultiplierBits} NW={widths.ResidualMultiplierBits} OW={widths.OffsetBits} " +
            $"SW={widths.EpilogueSumBits} AB={parameters.AddressBits} CB={parameters.CountBits} " +
            $"instruction={parameters.InstructionBits}";
        yield return $"shifts s={widths.Shifts.Minimum}..{widths.Shifts.Maximum} " +
            $"k={widths.ResidualShifts.Minimum}..{widths.ResidualShifts.Maximum} " +
            $"softmax EB={widths.Softmax.ExponentialBits} RK={widths.Softmax.ReciprocalShift} " +
            $"RS={widths.Softmax.PreShift} QB={widths.Softmax.QuotientBits} RB={widths.Softmax.RowSumBits}";
        yield return $"stream in {parameters.InputRows}x{parameters.InputColumns}, " +
            $"out {string.Join(" and ", program.OutputShapes.Select(shape => $"{shape.Rows}x{shape.Columns}"))}";
        yield return $"weights {parameters.Weights}";
        var memories = EngineMemories.All;
        yield return "depths " + string.Join(' ', memories.Select(memory => $"{Name(memory)}={depths[memory]}"));
    }

    private static string Place(MemoryMapEntry entry)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{entry.Base}..{entry.End - 1}");
        var written = entry.FirstWrite < 0 ? "before" : Range(entry.FirstWrite, entry.LastWrite);
        return $"  {Name(entry.Memory),-8} {words,-10} {entry.Tensor,-24} {written,-7} {entry.LastRead}";
    }

    private static string Line(ProgramInstruction instruction, int index, ExecutionSchedule schedule)
    {
        var (fields, time) = (instruction.Fields, schedule.Instructions[index]);
        var text = fields.Opcode switch
        {
            Opcode.MatMul => Product(fields),
            Opcode.Softmax =>
                $"SOFTMAX {Operand(fields)} keys={fields.Steps} groups={fields.Groups} constants={fields.ConstantBase}",
            Opcode.Probabilities => $"PROBABILITIES keys={fields.Steps}{Tail(fields)}",
            Opcode.Norm => $"NORM {(fields.Centered ? "layer" : "rms")} {Operand(fields)}"
                + $" features={fields.Steps}{Tail(fields)}",
            Opcode.Output => $"OUTPUT {Operand(fields)} columns={fields.Steps}",
            Opcode.End => $"END {Operand(fields)} columns={fields.Steps}",
        };
        return $"  {index,2} {time.Start}..{time.End} +{fields.Delay} {instruction.Tensor}[{instruction.Head}] {text}";
    }

    private static string Product(Instruction fields)
    {
        var b = $"{Name(fields.BBank)}[{fields.BBase}+{fields.BStride}j]";
        var residual = fields.Residual
            ? $" + {Name(fields.ResidualBank)}[{fields.ResidualBase}+{fields.ResidualStride}i]<<{fields.ResidualShift}"
            : "";
        return $"MATMUL {Operand(fields)} * {b} steps={fields.Steps}{residual}{Tail(fields)}";
    }

    private static string Operand(Instruction fields) =>
        $"{Name(fields.ABank)}[{fields.ABase}+{fields.AStride}i]{(fields.AUnsigned ? "u" : "")}";

    private static string Tail(Instruction fields) =>
        $"\n       tiles={fields.RowTiles}x{fields.ColumnTiles}*{fields.TileCycles}" +
        $" last={fields.LastRows}x{fields.LastColumns} groups={fields.Groups}" +
        $" constants={fields.ConstantBase}{(fields.ConstantShared ? " shared" : "")}" +
        $" >>{fields.Shift} clamp={fields.Minimum}..{fields.Maximum}{Table(fields)} -> {Destination(fields)}" +
        (fields.Maxima ? " maxima" : "");

    private static string Table(Instruction fields) => fields.Lookup ? $" function[{fields.FunctionBase}]" : "";

    private static string Destination(Instruction fields)
    {
        var key = fields.DestinationLayout == LayoutKind.Key ? $"+{fields.KeyStride}w" : "";
        var layout = fields.DestinationLayout.ToString().ToLowerInvariant();
        var strides = $"{fields.DestinationBase}+{fields.RowStride}i+{fields.ColumnStride}j{key}";
        return $"{Name(fields.DestinationBank)}[{strides}] {layout}";
    }

    private static string Range(int first, int last) => first == last ? $"{first}" : $"{first}-{last}";

    private static string Name(EngineMemory memory) => memory.ToString().ToLowerInvariant();
}
