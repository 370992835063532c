using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Projects;
using Bitloom.Tests.Engine;

namespace Bitloom.Exploration.Tests.Precision;

/// <summary>A problem, and engines for it whose memories cost what those of real ones do.</summary>
/// <param name="Words">Of each matrix, by the engine's size.</param>
/// <param name="Tightness">Of the LUTs between what the cheapest and the dearest widths take, the share that there is.</param>
/// <param name="LutsPerBit">Of the widest activation and of the widest weight.</param>
/// <param name="MostBits">Engines for more, of both together, do not compile.</param>
internal sealed record PrecisionCase(
    PrecisionProblem Problem, ImmutableArray<ImmutableArray<int>> Words, MemoryBudget Budget, double Tightness,
    int LutsPerBit, int MostBits)
{
    private static readonly ImmutableArray<EngineParameters> Engines =
    [
        .. new EngineShape[] { new(1, 1, 1), new(2, 1, 1), new(2, 2, 1), new(4, 2, 2) }.Select(shape =>
            EngineCompiler.Compile(SmallGraphs.Encoder(), EngineOptions.Pinned(shape)).Value!.Parameters),
    ];

    /// <summary>With an engine that has room for everything.</summary>
    public double LeastLoss =>
        Problem.Matrices.Concat(Problem.Activations).Sum(tensor => tensor.Increase.Values.Min());

    /// <summary>As many sizes as there are words for.</summary>
    public EngineSpace Space()
    {
        var memories = new ConcurrentDictionary<(int Engine, int Bits), WeightCosts>();
        var (low, high) = (Luts(0, Extreme(widths => widths.Min())), Luts(Words.Length - 1, Extreme(widths => widths.Max())));
        var budget = low + Tightness * (high - low);
        return new([.. Engines.Take(Words.Length).Select(engine => engine.Shape)], Candidate);

        EngineCandidate? Candidate(EngineShape shape, int activation, int weight)
        {
            var index = Engines.IndexOf(Engines.Single(engine => engine.Shape == shape));
            var costs = MemoriesOf(index, activation);
            return activation + weight > MostBits ? null : new(
                shape, 100 - index, Words[index],
                planes => CostsOf(costs.Of(planes), LutsPerBit * (activation + weight), budget));
        }

        WeightCosts MemoriesOf(int engine, int bits) => memories.GetOrAdd((engine, bits), key => MemoryPlanner.WeightCosts(
            Engines[key.Engine] with { Widths = Engines[key.Engine].Widths with { ActivationBits = key.Bits } },
            new(), Budget));

        int Luts(int engine, (int Activation, int Weight) bits) =>
            MemoriesOf(engine, bits.Activation).Of(WeightPlanes.Of([(bits.Weight, Words[engine].Sum())])).Luts
            + LutsPerBit * (bits.Activation + bits.Weight);
    }

    public override string ToString() => string.Join('\n', (string[])
    [
        .. Problem.Matrices.Concat(Problem.Activations).Select(tensor =>
            $"{tensor.Name}: {string.Join(", ", tensor.Increase.Select(pair => $"{pair.Key}={pair.Value}"))}"),
        .. Words.Select(words => $"words {string.Join(' ', words)}"),
        FormattableString.Invariant($"{Budget.BlockUnits} units, {Budget.LutMemory} LUTs as memory, {Tightness}"),
        FormattableString.Invariant($"{LutsPerBit} LUTs a bit, at most {MostBits} bits"),
    ]);

    private EngineCosts CostsOf(MemoryCost memories, int luts, double budget) => new(
        ImmutableSortedDictionary<Measure, double>.Empty.Add(Measure.Luts, memories.Luts + luts),
        Math.Max(0, memories.BlockUnits - Budget.BlockUnits) + Math.Max(0, memories.LutMemory - Budget.LutMemory)
        + Math.Max(0, memories.Luts + luts - budget));

    private (int Activation, int Weight) Extreme(Func<IEnumerable<int>, int> of) => (
        of(Problem.Activations.SelectMany(tensor => tensor.Increase.Keys)),
        of(Problem.Matrices.SelectMany(tensor => tensor.Increase.Keys)));
}
