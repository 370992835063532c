using Bitloom.Projects;
using CsCheck;
using static Bitloom.Exploration.Tests.Views.SmallStudy;

namespace Bitloom.Exploration.Tests.Views;

public sealed class ViewFrontProperties
{
    private const string Seed = "0000KOIPe036";

    private static readonly Gen<TrialPoint> Points = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 3],
        (error, energy, excess) => Point(error, energy, excess == 0 ? 1 : 0));

    [Fact]
    public void Front_IsExactlyWhatIsNotDominated() => Points.Array[0, 20].Sample(
        points =>
        {
            var view = StudyView.Of(Definition, [Finished(0, [.. points])]);
            foreach (var point in view.Points)
                point.Front.ShouldBe(point.Excess == 0 && !view.Points.Any(other => Dominates(other, point)));
        },
        seed: Seed, iter: 500);

    private static bool Dominates(ViewPoint one, ViewPoint other) =>
        one.Excess == 0 && ValuesOf(one) != ValuesOf(other)
        && ValuesOf(one).Error <= ValuesOf(other).Error && ValuesOf(one).Energy <= ValuesOf(other).Energy;

    private static (double Error, double Energy) ValuesOf(ViewPoint point) =>
        (point.Measures[Measure.Error], point.Measures[Measure.Energy]);
}
