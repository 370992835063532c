using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>What the accelerator consists of.</summary>
internal static class HardwareTables
{
    public static ReportTable Resources(ResourceSection resources) => new(
        $"Resources of the {resources.Device} ({resources.Source})",
        [
            new("resource"), new("taken", Numeric: true), new("available", Numeric: true), new("share", Numeric: true),
            new("estimated", Numeric: true),
        ],
        [.. ResourceUse.Of(resources).Select(use => ImmutableArray.Create(
            use.Name, NumberText.Number(use.Taken), NumberText.Number(use.Available), NumberText.Percent(use.Share),
            use.Estimated is { } estimated ? NumberText.Number(estimated) : ""))]);

    public static ReportTable Engine(EngineSection engine) => new(
        $"Array of {engine.Rows} x {engine.Columns} cells, {engine.Lanes} drain lanes",
        [new("cells", Numeric: true), new("built of"), new("DSP slices", Numeric: true), new("why")],
        [.. engine.Cells.Select(cell => ImmutableArray.Create(
            NumberText.Count(cell.Count), cell.Kind, NumberText.Count(cell.Dsp), cell.Reason))]);

    public static ReportTable Program(ImmutableArray<InstructionEntry> program) => new(
        "Program",
        [
            new("#", Numeric: true),
            new("instruction"),
            new("tensor"),
            new("cycles", Numeric: true),
            new("delay", Numeric: true),
            new("array used", Numeric: true),
        ],
        [.. program.Select(InstructionRow)]);

    public static ReportTable Memories(ImmutableArray<MemoryEntry> memories) => new(
        "Memories",
        [
            new("memory"),
            new("words", Numeric: true),
            new("words used", Numeric: true),
            new("bits a word", Numeric: true),
            new("bits", Numeric: true),
            new("kind"),
            new("block RAM", Numeric: true),
            new("LUT, about", Numeric: true),
        ],
        [.. memories.Select(MemoryRow)]);

    public static ReportTable Timeline(ImmutableArray<InstructionEntry> program) => new(
        "When each instruction runs",
        [
            new("#", Numeric: true), new("instruction"), new("tensor"), new("first cycle", Numeric: true),
            new("end", Numeric: true), new("array busy", Numeric: true),
        ],
        [.. program.Select(entry => ImmutableArray.Create(
            NumberText.Count(entry.Index), entry.Opcode, entry.Tensor, NumberText.Count(entry.Start),
            NumberText.Count(entry.End), NumberText.Count(entry.Busy)))]);

    public static ReportTable MemoryMap(ImmutableArray<MemoryUseEntry> uses) => new(
        "What lies where and when",
        [
            new("memory"), new("tensor"), new("first word", Numeric: true), new("words", Numeric: true),
            new("from cycle", Numeric: true), new("to", Numeric: true),
        ],
        [.. uses.Select(use => ImmutableArray.Create(
            use.Memory, use.Tensor, NumberText.Count(use.FirstWord), NumberText.Count(use.Words),
            NumberText.Count(use.Start), NumberText.Count(use.End)))]);

    private static ImmutableArray<string> InstructionRow(InstructionEntry instruction) =>
    [
        NumberText.Count(instruction.Index),
        instruction.Opcode,
        instruction.Tensor,
        NumberText.Count(instruction.Cycles),
        NumberText.Count(instruction.Delay),
        NumberText.Percent(instruction.Utilization),
    ];

    private static ImmutableArray<string> MemoryRow(MemoryEntry memory) =>
    [
        memory.Name,
        NumberText.Count(memory.Words),
        NumberText.Count(memory.UsedWords),
        NumberText.Count(memory.BitsPerWord),
        NumberText.Count(memory.Bits),
        memory.Kind,
        NumberText.Number(memory.BlockRam),
        NumberText.Count(memory.Lut),
    ];
}
