using System.Collections.Immutable;

namespace Bitloom.Faults;

/// <summary>The compiler, its schedule, the simulator and what is written for the hardware: Engine and Hdl.</summary>
internal static class CompilerFaults
{
    private const string Simulated = "SimulatorEqualsInterpreterTests";
    private const string Lowering = "src/Bitloom.Engine/Lowering/";
    private const string Memories = "src/Bitloom.Engine/Memories/";
    private const string Schedule = "src/Bitloom.Engine/Schedule/";
    private const string Simulation = "src/Bitloom.Engine/Simulation/";

    public static ImmutableArray<Fault> All { get; } =
    [
        new("tiles follow each other before they are drained", Lowering + "Tiling.cs",
            "Math.Max(steps, drainCycles)", "steps", "ScheduleTests"),
        new("all heads read the keys of head 0", Lowering + "LowerScores.cs",
            "BBase = head * steps,", "BBase = 0,", Simulated),
        new("all heads write to the columns of head 0", Lowering + "LowerContext.cs",
            "DestinationBase = head * columns,", "DestinationBase = 0,", Simulated),
        new("stride of A one too large", Lowering + "LowerDense.cs",
            "AStride = steps,", "AStride = steps + 1,", Simulated),
        new("residual tiles one word apart", Lowering + "LoweringContext.cs",
            "ResidualStride = reference.Layout.Columns", "ResidualStride = 1", Simulated),
        new("residual of a head at its first column", Lowering + "LowerContext.cs",
            "_ => head * columns", "_ => 0", Simulated),
        new("scores taken as unsigned", Lowering + "LowerSoftmax.cs",
            "context.IsUnsigned(op.Scores)", "true", Simulated),
        new("accumulators one bit narrow", Lowering + "ProveWidths.cs",
            "range.Widths.AccumulatorBits", "range.Widths.AccumulatorBits - 1",
            "EngineCompilerTests " + Simulated),
        new("sums one bit narrow", Lowering + "ProveWidths.cs",
            "range.Widths.SumBits", "range.Widths.SumBits - 1",
            "EngineCompilerTests " + Simulated),
        new("any operand may be a B operand", Lowering + "EngineLimits.cs",
            "_ => false,", "_ => true,", "EngineCompilerTests"),
        new("accumulator limit one bit too wide", Lowering + "EngineLimits.cs",
            "if (widths.AccumulatorBits > EngineWidths.MaximumAccumulatorBits)",
            "if (widths.AccumulatorBits > EngineWidths.MaximumAccumulatorBits + 1)", "EngineCompilerTests"),

        new("lanes of weight words swapped", Memories + "TensorLayout.cs",
            "Rows + row, column % Shape.G)", "Rows + row, Shape.G - 1 - column % Shape.G)", "TensorLayoutTests"),
        new("negative lanes spill into their neighbours", Memories + "TensorImage.cs",
            "LanePacking.Low(value, elementBits)", "new BigInteger(value)", Simulated),
        new("offset over the residual's multiplier", Memories + "EpilogueImage.cs",
            "<< (m + n)", "<< m", Simulated),
        new("epilogue words of the neighbour channel", Memories + "EpilogueImage.cs",
            "epilogue.Multiplier(column)",
            "epilogue.Multiplier((column + 1) % Math.Max(1, epilogue.Multipliers.Length))",
            Simulated),
        new("tensor dead at its last read", Memories + "MemoryMapEntry.cs",
            "FirstWrite <= other.LastRead", "FirstWrite < other.LastRead", "EngineCompilerTests " + Simulated),
        new("first fit forgets the last neighbour's end", Memories + "FirstFit.cs",
            "lowest = Math.Max(lowest, neighbour.End);", "lowest = Math.Max(lowest, neighbour.Base);", Simulated),
        new("operand and residual in one bank", Memories + "ParityGroups.cs",
            "pending.Push((other, !next.Odd))", "pending.Push((other, next.Odd))", "ScheduleTests " + Simulated),

        new("signed fields of the instruction zero-extended", "src/Bitloom.Engine/Program/InstructionLayout.cs",
            "field.Width == Bound ? SignExtension.Extend(raw, bits) : raw", "raw", "InstructionLayoutTests"),
        new("too wide fields cut off", "src/Bitloom.Engine/Program/InstructionLayout.cs",
            "(long)value >> bits == 0", "value >= 0", "InstructionLayoutTests"),

        new("delay one too small", Schedule + "MemoryTimes.cs",
            "lastWrites.GetValueOrDefault(address, -1) + 1;", "lastWrites.GetValueOrDefault(address, 0);",
            "ScheduleTests"),
        new("words overwritten while they are read", Schedule + "MemoryTimes.cs",
            "lastReads.GetValueOrDefault(address, -1) + 1)", "lastReads.GetValueOrDefault(address, 0))",
            "ScheduleTests")
        { Survives = "the drain keeps its order: a write comes cycles after all reads of earlier instructions anyway" },
        new("hazards of a memory ignored", Schedule + "AccessRecording.cs",
            "EngineMemory.Weight or EngineMemory.Exponential",
            "EngineMemory.Weight or EngineMemory.BankB or EngineMemory.Exponential", "ScheduleTests"),
        new("read before its write not reported", Schedule + "AccessReplay.cs",
            "seen < read.Version || read.Version == AccessRecording.Never", "false", "ScheduleTests"),
        new("overwritten word not reported", Schedule + "AccessReplay.cs",
            "else if (seen > read.Version)", "else if (seen > read.Version + 1000)", "ScheduleTests"),
        new("port used twice not reported", Schedule + "AccessReplay.cs",
            "!ports.Add((read.Memory, false, read.Cycle))", "!ports.Add((read.Memory, false, read.Cycle)) && false",
            "ScheduleTests"),
        new("drain collision not reported", Schedule + "ScheduleVerifier.cs",
            "pair.Second.First < Free(pair.First)", "pair.Second.First < pair.First.First", "ScheduleTests"),
        new("cycle model one output too many", Schedule + "PipelineLatencies.cs",
            "* (elements - 1);", "* elements;", "ScheduleTests " + Simulated),
        new("drain taken as free a cycle early", Schedule + "StaticScheduler.cs",
            "drainFree - accesses.FirstSlot", "drainFree - 1 - accesses.FirstSlot", "ScheduleTests"),
        new("END while the last word is written", Schedule + "StaticScheduler.cs",
            "lastWrite + 1 - cursor", "lastWrite - cursor", "ScheduleTests"),

        new("simulator forgets a delay", Simulation + "EngineSimulator.cs",
            "var start = cursor + fields.Delay;", "var start = cursor;", Simulated),
        new("simulator's unsigned operands sign-extended", Simulation + "EngineMachine.cs",
            "unsigned ? raw : SignExtension.Extend(raw, ElementBits)", "SignExtension.Extend(raw, ElementBits)",
            Simulated),
        new("simulator's maximum over too few keys", Simulation + "SoftmaxExecution.cs",
            "key < fields.Steps; key++", "key < fields.Steps - 1; key++", Simulated),
        new("simulator's residual not shifted", Simulation + "DrainPipeline.cs",
            "<< fields.ResidualShift", "<< 0", Simulated),
        new("simulator never clamps above", Simulation + "DrainPipeline.cs",
            "raised > fields.Maximum ? fields.Maximum : (int)raised", "unchecked((int)raised)", Simulated),
        new("simulator's key words one early", Simulation + "DrainPipeline.cs",
            "row / shape.G * fields.KeyStride", "row / shape.G", Simulated),
        new("written words seen in the same cycle", Simulation + "VersionedMemory.cs",
            "version.Cycle < cycle", "version.Cycle <= cycle", "SoftwareAgreementTests"),

        new("sign of a hexadecimal word", "src/Bitloom.Hdl/VectorFile.cs",
            "word.Value - 2 * sign", "word.Value - sign", "VectorFileTests"),
        new("words with a digit too many", Memories + "MemoryImage.cs",
            ".TrimStart('0')", "", "AcceleratorFileTests"),
        new("hardware without room for a row's sum", "src/Bitloom.Hdl/AcceleratorConstants.cs",
            "(\"row_sum_bits\", widths.Softmax.RowSumBits)", "(\"row_sum_bits\", widths.Softmax.QuotientBits)",
            "AcceleratorFileTests"),
        new("primitives stay black boxes", "src/Bitloom.Hdl/BlackBoxes.cs",
            "removed.Contains(match.Groups[\"name\"].Value)", "false", "AcceleratorFileTests"),
    ];
}
