using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>Chooses T, G and R: the least cycles, then the fewest cells, then the fewest drain lanes.</summary>
internal static class ShapeSearch
{
    /// <summary>The shapes that the options allow, or what is wrong with them.</summary>
    public static IEnumerable<EngineShape> Candidates(EngineOptions options, EngineWidths widths) =>
        from t in Sizes(options.T, EngineOptions.MaximumT)
        from g in Sizes(options.G, EngineOptions.MaximumG)
        from r in Sizes(options.R, EngineOptions.MaximumG)
        let shape = new EngineShape(t, g, r)
        where shape.IsLegal && (IsPinned(options) || Fits(shape, widths, options))
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
    /// The best plans of one shape, a graph each, with their delays; null when no shape keeps the operands apart.
    /// </summary>
    public static IReadOnlyList<EnginePlan>? Best(
        IReadOnlyList<IntegerGraph> graphs, IEnumerable<EngineShape> shapes, EngineWidths widths)
    {
        var candidates = shapes
            .Select(shape => graphs.Select(graph => EnginePlan.Of(graph, shape, widths)).OfType<EnginePlan>().ToArray())
            .Where(plans => plans.Length == graphs.Count)
            .OrderBy(plans => plans.Sum(plan => plan.CyclesWithoutDelays));
        EnginePlan[]? best = null;
        foreach (var plans in candidates)
        {
            if (best is not null && plans.Sum(plan => plan.CyclesWithoutDelays) > best.Sum(plan => plan.Cycles))
                break;
            best = Better(best, [.. plans.Select(plan => plan.Scheduled(widths))]);
        }

        return best;
    }

    private static EnginePlan[] Better(EnginePlan[]? best, EnginePlan[] plans) =>
        best is null || Rank(plans).CompareTo(Rank(best)) < 0 ? plans : best;

    private static (long, int, int, int) Rank(EnginePlan[] plans)
    {
        var shape = plans[0].Shape;
        return (plans.Sum(plan => plan.Cycles), shape.Cells, shape.R, shape.T);
    }

    private static IEnumerable<int> Sizes(int? pinned, int greatest) =>
        pinned is { } size ? [size] : Enumerable.Range(1, greatest);

    private static bool Fits(EngineShape shape, EngineWidths widths, EngineOptions options)
    {
        var multipliers = MultiplierAllocation.Of(shape, widths, options);
        return multipliers.Slices(shape, options.LaneMultipliers) <= options.MultiplierBudget
            && EngineLuts.Of(shape, multipliers, widths) <= options.LutBudget;
    }

    private static bool IsPinned(EngineOptions options) => options is { T: not null, G: not null, R: not null };

    private static Diagnostic OutOfRange(string name, int value, int greatest) => Diagnostic.Error(
        "ENGINE001", $"engine.{name}", $"{name} = {value}", $"1 to {greatest}", $"choose {name} in this range");

    private static Diagnostic NotDividing(string divisor, int value, string dividend, int whole) => Diagnostic.Error(
        "ENGINE001",
        $"engine.{divisor}",
        $"{divisor} = {value} does not divide {dividend} = {whole}",
        "R that divides G, and G that divides T",
        $"change {divisor} or {dividend}, or leave one of them to the search");
}
