namespace Bitloom.Engine;

/// <summary>The uses of the softmax's registers, which are written again and again, in the order of a program.</summary>
internal sealed class RegisterUses
{
    private readonly Dictionary<int, List<(int Instruction, int Cycle)>> writes = [];
    private readonly Dictionary<int, List<(int Instruction, int Cycle)>> reads = [];

    /// <summary>A read comes after the writes before it.</summary>
    public void Read(int index, Access read, Dictionary<int, int> least)
    {
        foreach (var (instruction, cycle) in Uses(writes, read))
            ProgramDependences.Add(least, instruction, cycle + 1 - read.Cycle);
        Uses(reads, read).Add((index, read.Cycle));
    }

    /// <summary>A write comes after the reads and the writes before it.</summary>
    public void Write(int index, Access write, Dictionary<int, int> least)
    {
        if (Uses(writes, write) is [(var last, _), ..] && last == index)
        {
            Uses(writes, write).Add((index, write.Cycle));
            return;
        }

        foreach (var (instruction, cycle) in Uses(reads, write).Concat(Uses(writes, write)))
            ProgramDependences.Add(least, instruction, cycle + 1 - write.Cycle);
        reads[write.Address] = [];
        writes[write.Address] = [(index, write.Cycle)];
    }

    private static List<(int Instruction, int Cycle)> Uses(
        Dictionary<int, List<(int Instruction, int Cycle)>> uses, Access access)
    {
        if (!uses.TryGetValue(access.Address, out var list))
            uses.Add(access.Address, list = []);
        return list;
    }
}
