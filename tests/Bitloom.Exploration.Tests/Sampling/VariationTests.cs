using System.Collections.Immutable;
using Bitloom.Projects;
using Bitloom.Training;
using CsCheck;

namespace Bitloom.Exploration.Tests.Sampling;

public sealed class VariationTests
{
    private const string Seed = "0000KOIPe5h1";

    private static readonly ImmutableArray<SearchParameter> Space =
        [new("values", ["a", "b", "c"]), new("range", [], new(0, 1, false)), new("single", ["a"])];

    private static readonly Gen<double[]> AnyPositions =
        Gen.OneOf(Gen.Double[0, 1], Gen.Const(0.0), Gen.Const(Math.BitDecrement(1.0))).Array[3];

    [Fact]
    public void Children_StayWithinTheBounds()
    {
        Gen.Select(AnyPositions, AnyPositions, Gen.ULong).Sample(
            (first, second, seed) =>
            {
                var random = new SeededRandom(seed);

                var (one, other) = Variation.Crossover(first, second, random);

                IEnumerable<double> mutated =
                    [.. Variation.Mutate(Space, one, random), .. Variation.Mutate(Space, other, random)];
                one.Concat(other).Concat(mutated).ShouldAllBe(position => position >= 0 && position <= 1);
                mutated.ShouldAllBe(position => double.IsFinite(position));
            },
            seed: Seed, iter: 2000);
    }

    [Fact]
    public void Children_KeepTheMiddleOfTheirParents_FarFromTheBounds()
    {
        var random = new SeededRandom(1);
        var pairs = Enumerable.Range(0, 2000).Select(_ => Variation.Crossover([0.4], [0.6], random)).ToList();

        pairs.ShouldAllBe(pair => Math.Abs(pair.First[0] + pair.Second[0] - 1) < 1e-3);
        pairs.Select(pair => Math.Abs(pair.First[0] - pair.Second[0])).Average().ShouldBe(0.2, 0.01);
    }

    [Fact]
    public void Mutation_ReachesEachOtherValue_AndLeavesASingleOne()
    {
        var random = new SeededRandom(1);

        var mutated = Enumerable.Range(0, 200).Select(_ => Variation.Mutate(Space, [0.5, 0.5, 0.5], random)).ToList();

        mutated.Select(positions => Space[0].At(positions[0])).Distinct().Order().ShouldBe(["a", "b", "c"]);
        mutated.Select(positions => Space[2].At(positions[2])).Distinct().ShouldBe(["a"]);
        mutated.Count(positions => positions[1] != 0.5).ShouldBeInRange(40, 100);
    }
}
