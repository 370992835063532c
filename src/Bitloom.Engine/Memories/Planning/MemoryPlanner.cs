namespace Bitloom.Engine;

/// <summary>
/// Divides a device's block RAM and LUT memory over the memories of an engine so that the least LUTs are used: exact
/// over the layouts of <see cref="MemoryOptions"/>. What is over the budget anyway is as little as can be.
/// </summary>
public static class MemoryPlanner
{
    /// <summary>The plan; ties go to the one with fewer block RAMs.</summary>
    /// <param name="kinds">What is asked for; the planner decides about what is automatic.</param>
    public static MemoryPlan Plan(
        EngineParameters parameters, MemoryKinds kinds, MemoryBudget budget, bool loadPort = false)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(budget);
        var choices = Choices(parameters, kinds, budget, loadPort, EngineMemories.All);
        return new([.. choices.MinBy(choice => Rank(choice.Cost, budget))!.Layouts().Reverse()]);
    }

    /// <summary>What the memories of an engine take with other weights than its own.</summary>
    /// <param name="table">What is known of weights with the same budget and kind already.</param>
    /// <inheritdoc cref="Plan"/>
    public static WeightCosts WeightCosts(
        EngineParameters parameters, MemoryKinds kinds, MemoryBudget budget, bool loadPort = false,
        PlaneTable? table = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(budget);
        var others = Choices(
            parameters, kinds, budget, loadPort, EngineMemories.All.Where(memory => memory != EngineMemory.Weight));
        return new(
            parameters, kinds.Weight, budget, loadPort, [.. others.Select(choice => choice.Cost)],
            table ?? new(budget, kinds.Weight));
    }

    /// <summary>The plan is the one whose cost ranks first: over the budget by the least, then the least LUTs.</summary>
    internal static (int, int, int) Rank(MemoryCost cost, MemoryBudget budget) => (
        Math.Max(0, cost.BlockUnits - budget.BlockUnits) + Math.Max(0, cost.LutMemory - budget.LutMemory),
        cost.Luts,
        cost.BlockUnits);

    private static List<Choice> Choices(
        EngineParameters parameters, MemoryKinds kinds, MemoryBudget budget, bool loadPort,
        IEnumerable<EngineMemory> memories)
    {
        List<Choice> choices = [Choice.None];
        foreach (var memory in memories)
        {
            var options = MemoryOptions.Of(parameters, memory, kinds[memory], budget, loadPort).ToArray();
            choices = Undominated(choices.SelectMany(choice => options.Select(option => choice.With(option))));
        }

        return choices;
    }

    // Sorted by units and LUT memory, a choice is dominated by one that came before it, or never.
    private static List<Choice> Undominated(IEnumerable<Choice> choices)
    {
        var kept = new List<Choice>();
        foreach (var choice in choices.OrderBy(choice => Order(choice.Cost)))
        {
            if (!kept.Exists(better => better.Cost.IsCovered(choice.Cost)))
                kept.Add(choice);
        }

        return kept;
    }

    private static (int, int, int) Order(MemoryCost cost) => (cost.BlockUnits, cost.LutMemory, cost.Luts);

    private sealed record Choice(Choice? Before, MemoryLayout? Last, MemoryCost Cost)
    {
        public static Choice None { get; } = new(null, null, MemoryCost.None);

        public Choice With(MemoryLayout layout) => new(this, layout, Cost + layout.Cost);

        public IEnumerable<MemoryLayout> Layouts()
        {
            for (var choice = this; choice.Last is { } layout; choice = choice.Before!)
                yield return layout;
        }
    }
}
