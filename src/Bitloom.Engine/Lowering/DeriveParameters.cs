using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>The parameters for a plan: depths from the memory map, field widths from the instructions.</summary>
internal static class DeriveParameters
{
    public static EngineParameters Of(
        IntegerGraph graph, EnginePlan plan, EngineWidths widths, MultiplierAllocation multipliers)
    {
        var (input, depths) = (graph.InputTensor, Depths(graph, plan, widths));
        return new(
            plan.Shape,
            multipliers,
            widths,
            AddressBits(plan, depths),
            CountBits(plan, input, widths),
            depths,
            input.Rows,
            input.Columns,
            WeightPlanes.Of(Weights(graph, plan)),
            plan.Instructions.Any(each => each.Fields is { Residual: true, ResidualBank: EngineMemory.Input }));
    }

    private static IEnumerable<(int Bits, int End)> Weights(IntegerGraph graph, EnginePlan plan) =>
        from entry in plan.Allocation.Entries
        where entry.Memory == EngineMemory.Weight
        select (graph.TensorOf(entry.Tensor).Format.Bits, entry.End);

    private static MemoryDepths Depths(IntegerGraph graph, EnginePlan plan, EngineWidths widths)
    {
        return new(
            Tensors(EngineMemory.Bank0),
            Tensors(EngineMemory.Bank1),
            Tensors(EngineMemory.Input),
            Tensors(EngineMemory.Constant),
            Tensors(EngineMemory.BankB),
            Tensors(EngineMemory.Weight),
            ImageBuilder.Depth(graph.Operations.Sum(EpilogueImage.Words)),
            ImageBuilder.Depth(graph.Operations.OfType<SoftmaxOp>().Sum(op => op.Exponentials.Length)),
            ImageBuilder.Depth(FunctionImage.Words(graph, widths)),
            ImageBuilder.Depth(plan.Instructions.Length));

        int Tensors(EngineMemory memory) => ImageBuilder.Depth(plan.Allocation.Words(memory));
    }

    // Besides the fields, the hardware counts tokens, features and quotient bits with counters of this width.
    private static int CountBits(EnginePlan plan, Tensor input, EngineWidths widths) => Math.Max(
        Greatest(plan, FieldWidth.Count),
        IntegerArithmetic.UnsignedBits(Math.Max(
            Math.Max(input.Rows, input.Columns), Math.Max(Math.Max(plan.Shape.T, widths.Softmax.QuotientBits + 1), widths.Norm.RootBits + 1))));

    private static int AddressBits(EnginePlan plan, MemoryDepths depths)
    {
        var deepest = EngineMemories.All.Max(memory => depths[memory]);
        return Math.Max(IntegerArithmetic.UnsignedBits(deepest - 1), Greatest(plan, FieldWidth.Address));
    }

    private static int Greatest(EnginePlan plan, FieldWidth width)
    {
        var fields = InstructionLayout.Fields.Where(field => field.Width == width).ToArray();
        var greatest = plan.Instructions.Max(instruction => fields.Max(field => field.Get(instruction.Fields)));
        return IntegerArithmetic.UnsignedBits(greatest);
    }
}
