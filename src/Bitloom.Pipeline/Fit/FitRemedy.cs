using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>
/// What would make an accelerator fit, with numbers: kinds of memories, narrower weights, a smaller array. What a smaller
/// array saves of LUTs and flip-flops is taken as in proportion to its cells.
/// </summary>
internal sealed class FitRemedy(CompiledModel compiled, EngineSection engine)
{
    private const int LeastWeightBits = 2;
    private const string Larger = "choose a larger device";

    private readonly EngineParameters parameters = compiled.Program.Parameters;
    private readonly MemoryBudget budget = engine.Device.MemoryBudget();

    /// <summary>What the planned memories take.</summary>
    public MemoryCost Planned => compiled.Hardware.Memories.Cost;

    /// <summary>Memory blocks, in the device's own.</summary>
    public double PlannedBlocks => Blocks(Planned);

    /// <summary>Multipliers of the array and of the lanes.</summary>
    public int PlannedMultipliers => parameters.Multipliers.Slices(parameters.Shape);

    /// <summary>Narrower weights, when they free enough; otherwise a smaller array.</summary>
    public string ForLuts(double taken, int available) => NarrowerWeights(
        freed => freed.Luts, taken - available, "LUTs") ?? SmallerArray(taken, available);

    /// <summary>Narrower weights, when they free enough.</summary>
    public string ForMemoryLuts(double taken, int available) => NarrowerWeights(
        freed => freed.Luts, taken - available, "LUTs") ?? "choose a smaller model or a larger device";

    /// <summary>The bank that takes most of it, in block RAM.</summary>
    public string ForLutMemory(double taken, int available)
    {
        var largest = compiled.Hardware.Memories.Layouts.MaxBy(layout => layout.Cost.LutMemory)!;
        return largest.Cost.LutMemory > 0
            ? $"engine.memories.{largest.Memory.ToString().ToLowerInvariant()}: block would free "
                + $"{largest.Cost.LutMemory} of them"
            : SmallerArray(taken, available);
    }

    /// <summary>A smaller array.</summary>
    public string ForFlipFlops(double taken, int available) => SmallerArray(taken, available);

    /// <summary>Kinds that are left to the planner, when that fits; narrower weights; otherwise a larger device.</summary>
    public string ForBlocks(double taken, int available)
    {
        var free = MemoryPlanner.Plan(parameters, new(), budget, engine.LoadPort).Cost;
        if (Blocks(free) < PlannedBlocks && Blocks(free) <= available)
            return FormattableString.Invariant($"engine.memories left to auto would take {Blocks(free)} of them");
        return NarrowerWeights(freed => Blocks(freed), taken - available, "of them") ?? Larger;
    }

    /// <summary>The largest array whose multipliers the device has.</summary>
    public string ForMultipliers(double taken, int available) =>
        Shapes().Where(shape => Multipliers(shape) <= available).MaxBy(Rank) is { T: > 0 } shape
            ? $"{Keys(shape)} would take {Multipliers(shape)}"
            : Larger;

    private string SmallerArray(double taken, int available) =>
        Shapes().Where(shape => shape.Cells * taken <= parameters.Shape.Cells * (double)available)
            .MaxBy(Rank) is { T: > 0 } shape
            ? $"{Keys(shape)} has {parameters.Shape.Cells - shape.Cells} fewer cells"
            : Larger;

    // The widest weights that free enough.
    private string? NarrowerWeights(Func<MemoryCost, double> resource, double excess, string what)
    {
        for (var bits = parameters.Weights.ElementBits - 1; bits >= LeastWeightBits; bits--)
        {
            var freed = resource(Planned) - resource(NarrowWeights.Cost(parameters, engine, bits));
            if (freed >= excess)
                return FormattableString.Invariant($"weights of {bits} bits would free {freed} {what}");
        }

        return null;
    }

    private IEnumerable<EngineShape> Shapes() =>
        from t in Enumerable.Range(1, parameters.Shape.T)
        from g in Enumerable.Range(1, parameters.Shape.G)
        from r in Enumerable.Range(1, parameters.Shape.R)
        let shape = new EngineShape(t, g, r)
        where shape.IsLegal && shape.Cells < parameters.Shape.Cells
        select shape;

    private static (int, int, int) Rank(EngineShape shape) => (shape.Cells, shape.R, shape.T);

    private static string Keys(EngineShape shape) =>
        $"engine.rows: {shape.T}, columns: {shape.G}, lanes: {shape.R}";

    private int Multipliers(EngineShape shape) =>
        MultiplierAllocation.Of(shape, parameters.Widths, CompileStage.Options(engine)).Slices(shape);

    private double Blocks(MemoryCost cost) => (double)cost.BlockUnits / budget.Family.UnitsPerBlock;
}
