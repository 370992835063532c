using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>Chooses T, G and R for the goal; then the fewest cells, then the fewest drain lanes.</summary>
internal static class ShapeSearch
{
    /// <summary>The shapes that the options allow, or what is wrong with them.</summary>
    public static IEnumerable<EngineShape> Candidates(EngineOptions options, EngineWidths widths) =>
        from t in Sizes(options.T, EngineOptions.MaximumT)
        from g in Sizes(options.G, EngineOptions.MaximumG)
        from r in Sizes(options.R, EngineOptions.MaximumG)
        let shape = new EngineShape(t, g, r)
        where shape.IsLegal && (options.IsPinned || Fits(shape, widths, options))
        select shape;

    /// <summary>What is wrong with the options.</summary>
    public static IEnumerable<Diagnostic> Check(EngineOptions options)
    {
        if (options is { T: < 1 or > EngineOptions.MaximumT })
            yield return OutOfRange("T", options.T.Value, EngineOptions.MaximumT);
        if (options is { G: < 1 or > EngineOptions.MaximumG })
            yield return OutOfRange("G", options.G.Value, EngineOptions.MaximumG);
        if (options is { T: { } t, G: { } g } && g > 0 && t % g != 0)
            yield return NotDividing("G", g, "T", t);
        if (options is { G: { } columns, R: { } r } && (r < 1 || columns % r != 0))
            yield return NotDividing("R", r, "G", columns);
    }

    /// <summary>No shape is within the budget.</summary>
    public static Diagnostic NoShape(EngineOptions options) => Diagnostic.Error(
        "ENGINE002",
        "engine",
        $"no engine of {options.MultiplierBudget} DSP slices and {options.LutBudget} LUTs has the sizes asked for",
        "R that divides G, G that divides T, and enough DSP slices and LUTs for them",
        "choose a larger device, or give T, G and R all three to build it without regard to the device");

    /// <summary>
    /// The best plans of one shape, a graph each, with their delays; where nothing fits, those with the fewest LUTs.
    /// Null when no shape keeps the operands apart.
    /// </summary>
    public static IReadOnlyList<EnginePlan>? Best(
        IReadOnlyList<IntegerGraph> graphs, IEnumerable<EngineShape> shapes, EngineWidths widths, EngineOptions options)
    {
        var candidates = shapes
            .Select(shape => graphs.Select(graph => LoweredGraph.Of(graph, shape, widths)).ToArray())
            .OrderBy(lowered => lowered.Sum(graph => graph.CyclesWithoutDelays));
        Candidate? best = null;
        foreach (var lowered in candidates)
        {
            if (best is not null && CannotBeBetter(lowered, best, options))
                break;
            EnginePlan[] plans = [.. lowered.Select(graph => graph.Allocated()).OfType<EnginePlan>()];
            if (plans.Length < graphs.Count)
                continue;
            var candidate = Judge(graphs, [.. plans.Select(plan => plan.Scheduled(widths))], widths, options);
            best = best is null || candidate.Rank(options).CompareTo(best.Rank(options)) < 0 ? candidate : best;
        }

        return best?.Plans;
    }

    // Whatever follows has no fewer cycles.
    private static bool CannotBeBetter(LoweredGraph[] lowered, Candidate best, EngineOptions options) =>
        options.Goal == EngineGoal.Latency
        && best.Luts <= options.LutBudget
        && lowered.Sum(graph => graph.CyclesWithoutDelays) > best.Cycles;

    private static Candidate Judge(
        IReadOnlyList<IntegerGraph> graphs, EnginePlan[] plans, EngineWidths widths, EngineOptions options)
    {
        if (options.IsPinned)
            return new(plans, Luts: 0);
        var multipliers = MultiplierAllocation.Of(plans[0].Shape, widths, options);
        var engine = graphs.Zip(plans)
            .Select(pair => DeriveParameters.Of(pair.First, pair.Second, widths, multipliers))
            .Aggregate((left, right) => left.Cover(right));
        return new(plans, EngineLuts.Of(engine, options.Memories));
    }

    private sealed record Candidate(EnginePlan[] Plans, int Luts)
    {
        public long Cycles => Plans.Sum(plan => plan.Cycles);

        public (int, long, long, int, int) Rank(EngineOptions options)
        {
            var (shape, excess) = (Plans[0].Shape, Math.Max(0, Luts - options.LutBudget));
            long least = options.Goal switch
            {
                EngineGoal.Latency => Cycles,
                EngineGoal.Energy => Cycles * Luts,
                EngineGoal.Area => Luts,
            };
            return (excess, least, Cycles, shape.Cells, shape.R * EngineOptions.MaximumT + shape.T);
        }
    }

    private static IEnumerable<int> Sizes(int? pinned, int greatest) =>
        pinned is { } size ? [size] : Enumerable.Range(1, greatest);

    private static bool Fits(EngineShape shape, EngineWidths widths, EngineOptions options)
    {
        var multipliers = MultiplierAllocation.Of(shape, widths, options);
        return multipliers.Slices(shape) <= options.MultiplierBudget
            && EngineLuts.Of(shape, multipliers, widths) <= options.LutBudget;
    }

    private static Diagnostic OutOfRange(string name, int value, int greatest) => Diagnostic.Error(
        "ENGINE001", $"engine.{name}", $"{name} = {value}", $"1 to {greatest}", $"choose {name} in this range");

    private static Diagnostic NotDividing(string divisor, int value, string dividend, int whole) => Diagnostic.Error(
        "ENGINE001",
        $"engine.{divisor}",
        $"{divisor} = {value} does not divide {dividend} = {whole}",
        "R that divides G, and G that divides T",
        $"change {divisor} or {dividend}, or leave one of them to the search");
}
