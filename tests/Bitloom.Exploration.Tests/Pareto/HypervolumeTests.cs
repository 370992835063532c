using System.Collections.Immutable;
using CsCheck;

namespace Bitloom.Exploration.Tests.Pareto;

public sealed class HypervolumeTests
{
    private const int Side = 4;
    private const string Seed = "0000KOIPe5h1";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Volume_EqualsACountOfCells_OnAGrid(int dimensions)
    {
        GridPoints(dimensions).Sample(
            points => Hypervolume.Of(points, Reference(dimensions)).ShouldBe(Cells(points, dimensions)),
            seed: Seed, iter: 200);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Volume_DoesNotFall_WhenAPointIsAdded(int dimensions)
    {
        var real = Gen.Double[0, Side + 1].Array[dimensions].Select(point => point.ToImmutableArray());
        Gen.Select(real.Array[0, 10], real).Sample(
            (points, added) => Hypervolume.Of([.. points, added], Reference(dimensions))
                .ShouldBeGreaterThanOrEqualTo(Hypervolume.Of(points, Reference(dimensions)) - 1e-9),
            seed: Seed, iter: 200);
    }

    [Fact]
    public void Volume_IsOfPointsBelowTheReferenceAlone()
    {
        ImmutableArray<double>[] points = [[1, 4], [-9, 5], [double.NaN, 0], [double.PositiveInfinity, 0], [2, 3]];

        Hypervolume.Of(points, [4, 4]).ShouldBe(2);
    }

    private static Gen<ImmutableArray<double>[]> GridPoints(int dimensions) =>
        Gen.Int[0, Side].Array[dimensions]
            .Select(point => point.Select(coordinate => (double)coordinate).ToImmutableArray())
            .Array[0, 8];

    private static ImmutableArray<double> Reference(int dimensions) => [.. Enumerable.Repeat((double)Side, dimensions)];

    /// <summary>Unit cells whose lower corner some point is at or below.</summary>
    private static int Cells(ImmutableArray<double>[] points, int dimensions) =>
        Enumerable.Range(0, (int)Math.Pow(Side, dimensions)).Count(cell =>
            points.Any(point => point.Select((coordinate, i) => coordinate <= Digit(cell, i)).All(below => below)));

    private static int Digit(int cell, int index) => cell / (int)Math.Pow(Side, index) % Side;
}
