using Bitloom.Estimation;

namespace Bitloom.Tests.Estimation;

/// <summary>The measured points, and the models that are fitted to them.</summary>
public sealed class CalibrationTests
{
    [Theory]
    [InlineData("xc7", SynthesisFamily.Xc7)]
    [InlineData("ice40", SynthesisFamily.Ice40)]
    public void Model_IsWhatTheFitMakesOfThePoints(string family, SynthesisFamily known)
    {
        var points = Points(family);

        var fitted = CalibrationFit.Of(family, points);

        var checkedOne = ResourceModelFile.Find(known);
        Repository.Read($"calibration/{family}.json").ShouldBe(ResourceModelFile.Write(
            fitted with { Checked = checkedOne.Checked, Errors = checkedOne.Errors }));
        checkedOne.Points.ShouldBe(points.Points.Length);
    }

    [Theory]
    [InlineData("xc7", SynthesisFamily.Xc7)]
    [InlineData("ice40", SynthesisFamily.Ice40)]
    public void Errors_AreOfEnginesThatWereNotFitted_AndNoLessThanThoseOfTheFit(string family, SynthesisFamily known)
    {
        var (model, fitted) = (ResourceModelFile.Find(known), CalibrationFit.Of(family, Points(family)));

        model.Checked.ShouldBeGreaterThanOrEqualTo(30);
        foreach (var kind in (CellKind[])[CellKind.Lut, CellKind.FlipFlop])
            model.Errors[kind].High.ShouldBeGreaterThanOrEqualTo(fitted.Errors[kind].High);
    }

    [Theory]
    [InlineData("xc7")]
    [InlineData("ice40")]
    public void Model_IsTheSame_AfterItIsWrittenAndRead(string family)
    {
        var text = Repository.Read($"calibration/{family}.json");

        ResourceModelFile.Write(ResourceModelFile.Read(text)).ShouldBe(text);
    }

    [Fact]
    public void Points_AreTheSame_AfterTheyAreWrittenAndRead()
    {
        var text = Repository.Read("calibration/xc7.csv");

        CalibrationPoints.Read(text).Write().ShouldBe(text);
    }

    [Fact]
    public void Points_AreRefused_WhenTheirColumnsAreOthers()
    {
        var text = Repository.Read("calibration/xc7.csv").Replace("Sequencer: one", "Sequencer: two", StringComparison.Ordinal);

        Should.Throw<FormatException>(() => CalibrationPoints.Read(text));
    }

    [Fact]
    public void Model_IsRefused_WhenItNamesAFeatureThatThereIsNot()
    {
        var text = Repository.Read("calibration/xc7.json").Replace("\"Sequencer\"", "\"Sequenzer\"", StringComparison.Ordinal);

        Should.Throw<FormatException>(() => ResourceModelFile.Read(text));
    }

    [Fact]
    public void Solve_FindsTheCoefficients_ThatMadeTheNumbers()
    {
        double[][] rows = [[1, 0, 2], [0, 1, 1], [1, 1, 0], [2, 1, 3], [1, 3, 1]];
        double[] targets = [.. rows.Select(row => 3 * row[0] + 0.5 * row[1])];

        var found = NonNegativeLeastSquares.Solve(rows, targets, [1, 1, 1, 1, 1], ridge: 0);

        found[0].ShouldBe(3, 1e-6);
        found[1].ShouldBe(0.5, 1e-6);
        found[2].ShouldBe(0, 1e-6);
    }

    [Fact]
    public void Solve_NeverAnswersLessThanNothing()
    {
        var found = NonNegativeLeastSquares.Solve([[1, 1], [1, 2]], [2, 1], [1, 1], ridge: 0);

        found[1].ShouldBe(0);
        found[0].ShouldBe(1.5, 1e-6);
    }

    [Fact]
    public void Errors_AreQuantilesOfTheirSizes()
    {
        var error = FitError.Of([-0.04, 0.01, 0.02, -0.03, 0]);

        error.Median.ShouldBe(0.02, 1e-12);
        error.High.ShouldBe(0.038, 1e-12);
        error.Worst.ShouldBe(0.04, 1e-12);
    }

    private static CalibrationPoints Points(string family) =>
        CalibrationPoints.Read(Repository.Read($"calibration/{family}.csv"));
}
