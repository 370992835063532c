using System.Collections.Immutable;
using Bitloom.Projects;
using static Bitloom.Exploration.Tests.Views.SmallStudy;

namespace Bitloom.Exploration.Tests.Views;

public sealed class StudyViewTests
{
    [Fact]
    public void Progress_CountsEveryTrialOnce_ThoseNotProposedAsWell()
    {
        var progress = ViewOf(
            Finished(0, Point(1, 1)), Finished(1), Of(2, TrialState.Running), Of(3, TrialState.Waiting)).Progress;

        progress.ShouldBe(new StudyProgress(10, Finished: 1, Failed: 1, Running: 1, Waiting: 7, SecondsLeft: 800));
    }

    [Fact]
    public void SecondsLeft_AreSharedByThoseThatRun_AndUnknownWhenNobodyDoes()
    {
        ViewOf(Finished(0), Of(1, TrialState.Running), Of(2, TrialState.Running)).Progress.SecondsLeft.ShouldBe(450);
        ViewOf(Finished(0)).Progress.SecondsLeft.ShouldBeNull();
        ViewOf([.. Enumerable.Range(0, 10).Select(number => Finished(number))]).Progress.SecondsLeft.ShouldBe(0);
    }

    [Fact]
    public void Front_HasWhatNothingDeployableDominates_TheFirstOfEqualOnes()
    {
        var view = ViewOf(
            Finished(0, Point(1, 3), Point(2, 2), Point(2, 3)), Finished(1, Point(2, 2), Point(0, 0, excess: 0.1)));

        FrontOf(view).ShouldBe(["0.0", "0.1"]);
    }

    [Fact]
    public void Front_TakesWhatIsNotKnown_AsTheWorst()
    {
        var view = ViewOf(Finished(0, Point(double.NaN, 1), Point(1, 1), Point(double.NaN, 0.5)));

        FrontOf(view).ShouldBe(["0.1", "0.2"]);
    }

    [Fact]
    public void Front_IsTheSame_InWhateverOrderTrialsCome()
    {
        Trial[] trials = [Finished(1, Point(1, 3)), Finished(0, Point(2, 2))];

        StudyPage.Json(ViewOf(trials)).ShouldBe(StudyPage.Json(ViewOf([.. trials.Reverse()])));
    }

    [Fact]
    public void Best_IsTheFirstLeastDeployable_OfEachObjective()
    {
        var view = ViewOf(Finished(0, Point(1, 3), Point(double.NaN, 2)), Finished(1, Point(1, 2), Point(0, 0, 1)));

        view.Best.ShouldBe([new(Measure.Error, "0.0", 1), new(Measure.Energy, "0.1", 2)]);
    }

    [Fact]
    public void Best_IsLeftOut_WhenNothingIsKnown() =>
        ViewOf(Finished(0, Point(double.NaN, 2))).Best.ShouldBe([new(Measure.Energy, "0.0", 2)]);

    [Fact]
    public void Measures_AreTheObjectivesFirst_WithUnits()
    {
        var point = Point(1, 2);
        var view = ViewOf(Finished(0, point with { Measures = point.Measures.Add(Measure.Luts, 900) }));

        view.Measures.ShouldBe(
        [
            new(Measure.Error, "validation error", "", true),
            new(Measure.Energy, "energy per inference", "mJ", true),
            new(Measure.Luts, "LUTs", "", false),
        ]);
    }

    [Fact]
    public void Tensors_AreInTheOrderOfTheNetwork_AndBitsInTheirs()
    {
        string[] names =
        [
            "output", "layer10.query", "layer2.output", "layer2.argument", "layer2.query.weight", "input", "positions",
            "pooled", "embedding.weight", "another",
        ];
        var view = ViewOf(Finished(0, Point(1, 1), Point(2, 2) with { Bits = BitsOf(names) }));

        view.Tensors.Select(tensor => tensor.Name).ShouldBe(
        [
            "input", "embedding.weight", "positions", "layer2.query.weight", "layer2.argument", "layer2.output",
            "layer10.query", "pooled", "output", "another",
        ]);
        view.Tensors.Where(tensor => tensor.Constant).Select(tensor => tensor.Name)
            .ShouldBe(["embedding.weight", "positions", "layer2.query.weight"]);
        view.Points[0].Bits.ShouldAllBe(bits => bits == null);
        view.Points[1].Bits.ShouldBe([5, 8, 6, 4, 3, 2, 1, 7, 0, 9]);
    }

    [Theory]
    [InlineData(128, 0, PointCheck.Verified)]
    [InlineData(128, 3, PointCheck.Differs)]
    [InlineData(0, 0, PointCheck.None)]
    public void Check_IsVerified_WhenWindowsWereComparedAndAgree(int windows, int differences, PointCheck expected) =>
        ViewOf(Finished(0, Point(1, 1, verification: new(windows, differences, null)))).Points[0].Check
            .ShouldBe(expected);

    [Theory]
    [InlineData("trials/0/report.html", "trials/0/report.html")]
    [InlineData(@"trials\0\report.html", "trials/0/report.html")]
    [InlineData("../other/report.html", null)]
    [InlineData("trials/../../report.html", null)]
    [InlineData("/etc/report.html", null)]
    [InlineData("//host/report.html", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("", null)]
    public void Report_IsALink_WhenItIsBelowTheFolder(string report, string? expected) =>
        ViewOf(Finished(0, Point(1, 1, verification: new(1, 0, report)))).Points[0].Report.ShouldBe(expected);

    private static StudyView ViewOf(params Trial[] trials) => StudyView.Of(Definition, trials);

    private static IEnumerable<string> FrontOf(StudyView view) =>
        view.Points.Where(point => point.Front).Select(point => point.Id);

    private static ImmutableSortedDictionary<string, int> BitsOf(string[] names) =>
        names.Index().ToImmutableSortedDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
}
