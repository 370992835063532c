using Bitloom.Projects;
using Bitloom.Training;
using CsCheck;

namespace Bitloom.Exploration.Tests.Sampling;

public sealed class DensityTests
{
    private const int Steps = 2000;
    private const string Seed = "0000KOIPe5h1";

    private static readonly SearchParameter Range = new("range", [], new(0, 1, false));

    [Fact]
    public void Density_OfARange_IntegratesToOne()
    {
        Gen.Double[0, 1].Array[0, 12].Sample(
            positions =>
            {
                var density = IDensity.Of(Range, positions);

                Enumerable.Range(0, Steps).Average(i => density.At((i + 0.5) / Steps)).ShouldBe(1, 1e-3);
            },
            seed: Seed, iter: 50);
    }

    [Fact]
    public void Draws_FollowTheDensity_OfARange()
    {
        var density = IDensity.Of(Range, [0.1, 0.12, 0.13, 0.9]);
        var random = new SeededRandom(1);

        double[] draws = [.. Enumerable.Range(0, Steps).Select(_ => density.Draw(random))];

        draws.ShouldAllBe(position => position >= 0 && position < 1);
        var expected = Enumerable.Range(0, Steps / 2).Sum(i => density.At((i + 0.5) / Steps)) / Steps;
        (draws.Count(position => position < 0.5) / (double)Steps).ShouldBe(expected, 0.03);
    }

    [Fact]
    public void Density_OfValues_IsTheirCountAndOneMore()
    {
        var density = IDensity.Of(new("values", ["a", "b", "c"]), [0.5, 0.5, 0.9]);
        var random = new SeededRandom(1);

        double[] draws = [.. Enumerable.Range(0, Steps).Select(_ => density.Draw(random))];

        new[] { 0.1, 0.5, 0.9 }.Select(density.At).ShouldBe([1 / 6.0, 3 / 6.0, 2 / 6.0], 1e-12);
        (draws.Count(position => position == 0.5) / (double)Steps).ShouldBe(0.5, 0.03);
    }
}
