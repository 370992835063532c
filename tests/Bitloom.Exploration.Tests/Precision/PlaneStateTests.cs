using CsCheck;

namespace Bitloom.Exploration.Tests.Precision;

public sealed class PlaneStateTests
{
    private const string Seed = "0000KOIPe5h1";
    private const int MostBits = 8;

    private static readonly Gen<(int Bits, int Words, int Increase)> AnyMatrix =
        Gen.Select(Gen.Int[2, MostBits], Gen.Int[1, 3], Gen.Int[0, 2]);

    [Fact]
    public void Domination_Remains_WhenBothGetTheSameMatrix()
    {
        var dominated = 0;
        Gen.Select(AnyMatrix.Array[1, 3], AnyMatrix.Array[1, 3], AnyMatrix).Sample(
            (left, right, matrix) =>
            {
                var (better, worse) = (Of(left), Of(right));
                if (!better.Dominates(worse))
                    return;

                Interlocked.Increment(ref dominated);
                With(better, matrix).Dominates(With(worse, matrix)).ShouldBeTrue();
            },
            seed: Seed, iter: 20_000);
        dominated.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void State_DominatesItself_AndTellsItsMatrices()
    {
        AnyMatrix.Array[1, 5].Sample(
            matrices =>
            {
                var state = Of(matrices);

                state.Dominates(state).ShouldBeTrue();
                state.Bits().ShouldBe(matrices.Select(matrix => matrix.Bits));
                state.Loss.ShouldBe(matrices.Sum(matrix => matrix.Increase));
            },
            seed: Seed);
    }

    [Fact]
    public void Planes_HaveTheWordsOfEachBit()
    {
        var state = Of([(4, 12, 0), (8, 5, 0), (6, 7, 0)]);

        state.Planes.ShouldBe(Bitloom.Engine.WeightPlanes.Of([(8, 5), (6, 12), (4, 24)]));
    }

    private static PlaneState Of((int Bits, int Words, int Increase)[] matrices) =>
        matrices.Aggregate(PlaneState.None(MostBits), With);

    private static PlaneState With(PlaneState state, (int Bits, int Words, int Increase) matrix) =>
        state.With(matrix.Bits, matrix.Words, matrix.Increase);
}
