using Bitloom.Data;
using CsCheck;

namespace Bitloom.Tests.Data.Metrics;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Metrics_AreThoseComputedByHand()
    {
        var matrix = ConfusionMatrix.Of([0, 0, 0, 1, 1, 2, 0], [0, 0, 0, 0, 1, 1, 2], 3);

        matrix.Counts.ShouldBe([3, 1, 0, 0, 1, 1, 1, 0, 0]);
        matrix.Accuracy.ShouldBe(4 / 7.0, 1e-12);
        matrix.BalancedAccuracy.ShouldBe((3 / 4.0 + 1 / 2.0 + 0) / 3, 1e-12);
        matrix.MacroF1.ShouldBe((6 / 8.0 + 2 / 4.0 + 0) / 3, 1e-12);
        matrix.Precision(0).ShouldBe(0.75);
    }

    [Fact]
    public void ClassesThatDoNotOccur_DoNotCount()
    {
        var matrix = ConfusionMatrix.Of([0, 1], [0, 1], 5);

        (matrix.BalancedAccuracy, matrix.MacroF1).ShouldBe((1, 1));
    }

    [Fact]
    public void NoExamples_GiveZero()
    {
        var matrix = ConfusionMatrix.Of([], [], 2);

        (matrix.Accuracy, matrix.BalancedAccuracy, matrix.MacroF1).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void PerfectPrediction_GivesOne_AndNothingIsOverIt()
    {
        Gen.Select(Gen.Int[0, 3].Array[1, 30], Gen.Int[0, 3].Array[30]).Sample((actual, other) =>
        {
            var perfect = ConfusionMatrix.Of(actual, actual, 4);
            var any = ConfusionMatrix.Of(other.AsSpan(0, actual.Length), actual, 4);
            (perfect.Accuracy, perfect.BalancedAccuracy, perfect.MacroF1).ShouldBe((1, 1, 1));
            any.Accuracy.ShouldBeInRange(0, 1);
            any.BalancedAccuracy.ShouldBeInRange(0, 1);
            any.MacroF1.ShouldBeInRange(0, 1);
        }, seed: "0000KOIs1HM5", iter: 200, threads: 1);
    }
}
