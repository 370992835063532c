using System.Collections.Immutable;
using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>
/// The bits of the instruction as synthesis tells them apart: constant ones are propagated, and of tables of logic those
/// that are equal in every instruction are one. Bits of a block memory differ, whatever they hold.
/// </summary>
internal sealed class ProgramBits
{
    private const int Zero = 0;
    private const int One = 1;
    private const int FirstVariable = 2;

    private readonly ImmutableDictionary<string, ImmutableArray<int>> fields;

    private ProgramBits(ImmutableDictionary<string, ImmutableArray<int>> fields) => this.fields = fields;

    /// <summary>Those of a program in its memory.</summary>
    public static ProgramBits Of(EngineProgram program, MemoryPlan memories, bool loadPort)
    {
        var numbers = Numbers(program, memories, loadPort);
        var result = ImmutableDictionary.CreateBuilder<string, ImmutableArray<int>>(StringComparer.Ordinal);
        var position = 0;
        foreach (var field in InstructionLayout.Fields)
        {
            var bits = field.Bits(program.Parameters);
            result.Add(field.Name, [.. numbers.AsSpan(position, bits)]);
            position += bits;
        }

        return new(result.ToImmutable());
    }

    /// <summary>The different variable bits among the low ones of a field.</summary>
    public int Distinct(string field, int lowBits = int.MaxValue)
    {
        HashSet<int> found = [];
        AddTo(found, field, lowBits);
        return found.Count;
    }

    /// <summary>Adds the different variable bits among the low ones of a field.</summary>
    public void AddTo(HashSet<int> found, string field, int lowBits = int.MaxValue)
    {
        var numbers = fields[field];
        for (var bit = 0; bit < numbers.Length && bit < lowBits; bit++)
        {
            if (numbers[bit] >= FirstVariable)
                found.Add(numbers[bit]);
        }
    }

    /// <summary>1 where any bit of the field is variable.</summary>
    public int Flag(string field) => Distinct(field) > 0 ? 1 : 0;

    /// <summary>Bits of a field.</summary>
    public int Bits(string field) => fields[field].Length;

    /// <summary>The lowest bit that is not 0 in every instruction: below it, adding the field changes nothing.</summary>
    public int Lowest(string field)
    {
        var lowest = 0;
        while (lowest < fields[field].Length && fields[field][lowest] == Zero)
            lowest++;
        return lowest;
    }

    /// <summary>Bits of a field above which all are 0 in every instruction.</summary>
    public int Highest(string field)
    {
        var highest = fields[field].Length;
        while (highest > 0 && fields[field][highest - 1] == Zero)
            highest--;
        return highest;
    }

    /// <summary>The different variable bits of a register that takes a constant or one of the fields.</summary>
    public int DistinctOf(int constant, params ReadOnlySpan<string> choices)
    {
        HashSet<(int, int, int)> found = [];
        for (var bit = 0; bit < fields[choices[0]].Length; bit++)
        {
            var known = constant >> bit & 1;
            var (first, last) = (fields[choices[0]][bit], fields[choices[^1]][bit]);
            if (first != known || last != known)
                found.Add((known, first, last));
        }

        return found.Count;
    }

    private static int[] Numbers(EngineProgram program, MemoryPlan memories, bool loadPort)
    {
        var numbers = new int[program.Parameters.InstructionBits];
        for (var bit = 0; bit < numbers.Length; bit++)
            numbers[bit] = FirstVariable + bit;
        if (loadPort)
            return numbers;
        string[] columns = [.. ContentsBits.Columns(program.Images.Program.Words, numbers.Length)];
        var tables = new Dictionary<string, int>(StringComparer.Ordinal);
        var isTable = Tables(memories, numbers.Length);
        for (var bit = 0; bit < numbers.Length; bit++)
        {
            var column = columns[bit];
            if (!column.Contains('1', StringComparison.Ordinal))
                numbers[bit] = Zero;
            else if (!column.Contains('0', StringComparison.Ordinal))
                numbers[bit] = One;
            else if (isTable[bit] && !tables.TryAdd(column, numbers[bit]))
                numbers[bit] = tables[column];
        }

        return numbers;
    }

    private static bool[] Tables(MemoryPlan memories, int bits)
    {
        var result = new bool[bits];
        foreach (var part in memories.Layouts.Single(layout => layout.Memory == EngineMemory.Program).Parts)
        {
            for (var bit = part.Low; part.First == 0 && bit < part.Low + part.Bits; bit++)
                result[bit] = part.Kind == MemoryKind.Distributed;
        }

        return result;
    }
}
