using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>That an instruction begins at least <paramref name="Cycles"/> after another one begins.</summary>
/// <param name="On">Index of the earlier instruction.</param>
internal readonly record struct Dependence(int On, int Cycles);

/// <summary>
/// What each instruction of a program waits for, by the words of tensors that it reads and by the registers of the
/// softmax. Memories are not allocated yet: words that come to share an address are not told here.
/// </summary>
internal static class ProgramDependences
{
    // So that the accesses of an instruction's operands can be told apart; the result takes what no operand has.
    private const EngineMemory Result = EngineMemory.Input;

    /// <summary>The dependences of each instruction, on others that come before it in <paramref name="program"/>.</summary>
    public static ImmutableArray<Dependence>[] Of(
        IReadOnlyList<PlannedInstruction> program, EngineShape shape, EngineWidths widths)
    {
        var (tensors, registers) = (new Dictionary<(int, int), Access>(), new RegisterUses());
        var (writers, ids) = (new Dictionary<(int, int), int>(), new Dictionary<TensorReference, int>());
        var dependences = new ImmutableArray<Dependence>[program.Count];
        for (var index = 0; index < program.Count; index++)
        {
            var planned = program[index];
            var accesses = InstructionAccesses.Of(Distinguished(planned.Fields), shape, widths);
            var least = new Dictionary<int, int>();
            foreach (var read in accesses.Reads)
            {
                if (read.Memory == EngineMemory.Softmax)
                    registers.Read(index, read, least);
                else if (Id(ids, Operand(planned, read.Memory)) is var word
                    && tensors.TryGetValue((word, read.Address), out var write))
                    Add(least, writers[(word, read.Address)], write.Cycle + 1 - read.Cycle);
            }

            foreach (var write in accesses.Writes)
            {
                if (write.Memory == EngineMemory.Softmax)
                {
                    registers.Write(index, write, least);
                    continue;
                }

                var word = (Id(ids, planned.Destination!), write.Address);
                (tensors[word], writers[word]) = (write, index);
            }

            dependences[index] =
            [
                .. least.Where(pair => pair.Key != index).Select(pair => new Dependence(pair.Key, pair.Value)),
            ];
        }

        return dependences;
    }

    /// <summary>Keeps the longest of the waits for one instruction.</summary>
    internal static void Add(Dictionary<int, int> least, int on, int cycles) =>
        least[on] = Math.Max(cycles, least.GetValueOrDefault(on, int.MinValue));

    private static Instruction Distinguished(Instruction fields) => fields with
    {
        ABank = EngineMemory.Bank0,
        BBank = EngineMemory.BankB,
        ResidualBank = EngineMemory.Bank1,
        DestinationBank = Result,
    };

    private static TensorReference Operand(PlannedInstruction planned, EngineMemory memory) => memory switch
    {
        EngineMemory.BankB => planned.B!,
        EngineMemory.Bank1 => planned.Residual!,
        _ => planned.A,
    };

    private static int Id(Dictionary<TensorReference, int> ids, TensorReference reference)
    {
        if (!ids.TryGetValue(reference, out var id))
            ids.Add(reference, id = ids.Count);
        return id;
    }
}
