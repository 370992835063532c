using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>
/// Orders a program by list scheduling, so that products which need no probabilities run while a softmax does: of the
/// instructions that can begin soonest, the one from which the longest chain of waits leads to the end. Ports, the drain
/// and words that will share an address are not regarded; <see cref="StaticScheduler"/> says what an order really takes.
/// </summary>
internal sealed class ProgramOrder
{
    // How much later than the soonest an instruction may begin and still be preferred for its chain.
    private static readonly int[] patience = [0, 8, 32, 100];

    private readonly IReadOnlyList<PlannedInstruction> program;
    private readonly ImmutableArray<Dependence>[] dependences;
    private readonly long[] chains;

    private ProgramOrder(IReadOnlyList<PlannedInstruction> program, ImmutableArray<Dependence>[] dependences)
    {
        (this.program, this.dependences) = (program, dependences);
        chains = [.. program.Select(Duration)];
        for (var index = program.Count - 1; index >= 0; index--)
        {
            foreach (var dependence in dependences[index])
                chains[dependence.On] = Math.Max(chains[dependence.On], dependence.Cycles + chains[index]);
        }
    }

    /// <summary>The best of some orders; the program itself where no softmax leaves a gap.</summary>
    public static IReadOnlyList<PlannedInstruction> Of(
        IReadOnlyList<PlannedInstruction> program, EngineShape shape, EngineWidths widths)
    {
        PlannedInstruction[] work = [.. program.Where(planned => !IsOutput(planned))];
        if (!work.Any(planned => planned.Fields.Opcode == Opcode.Softmax))
            return program;
        var order = new ProgramOrder(work, ProgramDependences.Of(work, shape, widths));
        var (_, best) = patience.Select(order.Greedy).MinBy(found => found.Cycles);
        return [.. best.Select(index => work[index]), .. program.Where(IsOutput)];
    }

    private (long Cycles, int[] Order) Greedy(int patient)
    {
        var starts = new long[program.Count];
        var left = Enumerable.Range(0, program.Count).ToList();
        var order = new List<int>(program.Count);
        var done = new bool[program.Count];
        var cursor = 0L;
        while (left.Count > 0)
        {
            (long Start, int Index)[] ready =
            [
                .. left.Where(index => dependences[index].All(each => done[each.On]))
                    .Select(index => (Earliest(index, starts, cursor), index)),
            ];
            var soonest = ready.Min(each => each.Start);
            var (start, next) = ready.Where(each => each.Start <= soonest + patient)
                .MaxBy(each => (chains[each.Index] - each.Start, -each.Index));
            (starts[next], done[next]) = (start, true);
            cursor = start + Duration(program[next]);
            order.Add(next);
            left.Remove(next);
        }

        return (cursor, [.. order]);
    }

    private long Earliest(int index, long[] starts, long cursor) =>
        dependences[index].Aggregate(cursor, (start, each) => Math.Max(start, starts[each.On] + each.Cycles));

    private static long Duration(PlannedInstruction planned) => (long)planned.Fields.Tiles * planned.Fields.TileCycles;

    private static bool IsOutput(PlannedInstruction planned) => planned.Fields.Opcode is Opcode.Output or Opcode.End;
}
