using Bitloom.Engine;
using CsCheck;

namespace Bitloom.Tests.Engine.Memories;

/// <summary>What the memories cost by the planes of the weights, against plans that are made anew.</summary>
public sealed class WeightCostsTests
{
    private const string Seed = "0000KOIPe5h1";

    private static readonly EngineShape[] Shapes = [new(1, 1, 1), new(2, 2, 1), new(4, 2, 2), new(6, 3, 3)];

    private static readonly MemoryFamily[] Families =
        [MemoryFamily.Ice40, MemoryFamily.Ecp5, MemoryFamily.SevenSeries, MemoryFamily.UltraScalePlus];

    private static readonly Gen<WeightPlanes> AnyPlanes =
        Gen.Select(Gen.Int[2, 8], Gen.Int[1, 3000]).Array[1, 5].Select(WeightPlanes.Of);

    private static readonly Gen<MemoryBudget> AnyBudget = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 20], Gen.Int[0, 400],
        (family, units, luts) => new MemoryBudget(Families[family], units, Families[family].HasLutMemory ? luts : 0));

    private static readonly Gen<MemoryKinds> AnyKinds = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 2]).Select(
        (bank, weight, program) => new MemoryKinds(
            Bank0: (MemoryKind)bank, Weight: (MemoryKind)weight, Program: (MemoryKind)program));

    [Fact]
    public void Costs_AreThoseOfAPlan_OfTheSameWeights()
    {
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 3], AnyBudget, AnyKinds, Gen.Bool, AnyPlanes.Array[1, 3]).Sample(
            (graph, shape, budget, kinds, loadPort, planes) =>
            {
                var parameters = Programs.Compile(
                    RandomGraphs.Create(graph, RandomGraphOptions.OfEngines), Shapes[shape]).Parameters;

                var costs = MemoryPlanner.WeightCosts(parameters, kinds, budget, loadPort);

                planes.Select(costs.Of).ShouldBe(planes.Select(each =>
                    MemoryPlanner.Plan(parameters with { Weights = each }, kinds, budget, loadPort).Cost));
            },
            seed: Seed, iter: 60);
    }
}
