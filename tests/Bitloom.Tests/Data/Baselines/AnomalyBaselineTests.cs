using Bitloom.Data;
using Bitloom.Tests.Data.Anomaly;

namespace Bitloom.Tests.Data.Baselines;

public sealed class AnomalyBaselineTests
{
    [Fact]
    public void Scores_AreResiduals_InDeviationsOfTheTrainingPart()
    {
        using var folder = new TemporaryFolder()
            .With("n.csv", "x,anomaly\n" + string.Concat(Enumerable.Repeat("-1,0\n1,0\n", 10)))
            .With("a.csv", "x,anomaly\n1,0\n-1,0\n1,0\n5,1\n1,0\n");
        var options = AnomalyDataTests.Options(folder) with { Test = ["a.csv"], Split = new(0.5, 0.5, 0) };
        var data = AnomalyDataReader.Read(options).Value.ShouldNotBeNull();

        AnomalyBaselines.ZScore(data.Test).ShouldBe([1f, 5f, 1f]);
        AnomalyBaselines.LastValueResidual(data.Test).ShouldBe([2f, 4f, 4f]);
    }
}
