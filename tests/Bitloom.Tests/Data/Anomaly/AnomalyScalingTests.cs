using Bitloom.Data;
using Bitloom.Tests.Data.Recordings;

namespace Bitloom.Tests.Data.Anomaly;

public sealed class AnomalyScalingTests
{
    [Fact]
    public void EachRecording_IsScaledByItsOwnTrainingRows()
    {
        var data = Read(o => o with { Scaling = AnomalyScaling.EachRecording });

        // Rows 0 .. 9 of each, which alternate around 5 by 1 and around 100 by 20; the test has rows 15 .. 19.
        data.Test.Windows.Inputs.ShouldBe([.. Enumerable.Repeat<float[]>([1, -1, -1, 1, 1, -1], 2).SelectMany(x => x)], 1e-5f);
        data.Scalers.Each.Select(scaler => scaler.Mean[0]).ShouldBe([5, 100]);
    }

    [Fact]
    public void ColumnThatDoesNotMove_HasTheDeviationOfAll()
    {
        var data = Read(o => o with { Scaling = AnomalyScaling.EachRecording }, second: _ => "7,0");

        data.Scalers.Each[1].Mean[0].ShouldBe(7);
        data.Scalers.Each[1].Deviation[0].ShouldBe(data.Scalers.All.Deviation[0]);
    }

    [Fact]
    public void Reconstruction_PredictsTheWindow_AndJudgesItsLastRow()
    {
        var data = Read(o => o with { Method = AnomalyMethod.Reconstruction }, first: row => $"{row},{row / 19}");

        data.Test.Windows.Targets.ShouldBe(data.Test.Windows.Inputs);
        (data.Test.Windows.Outputs, data.Test.Windows.LastRows[3]).ShouldBe((2, 19));
        data.Test.Labels.Take(4).ShouldBe([false, false, false, true]);
    }

    [Fact]
    public void PrincipalComponents_HoldWhatVariesTogether()
    {
        var data = Read(o => o with { Method = AnomalyMethod.Reconstruction }, first: row => $"{row},0", second: row => $"{row},0");
        var fitted = PrincipalComponents.Fit(data.Train.Windows);

        // Two rows of a ramp lie on a line; a step of another height does not.
        fitted.Components.Length.ShouldBe(1);
        fitted.Residual(data.Test).ShouldAllBe(score => score < 1e-4f);
        var (mean, component) = (fitted.Mean, fitted.Components[0]);
        float[] off = [(float)(mean[0] + 3 * component[1]), (float)(mean[1] - 3 * component[0])];
        var part = data.Test with
        {
            Windows = data.Test.Windows with { Inputs = off },
            Labels = [true],
        };
        fitted.Residual(part)[0].ShouldBe(3 / MathF.Sqrt(2), 1e-3f);
    }

    [Fact]
    public void TestWithoutTrainingRows_CannotBeScaledByItself()
    {
        using var folder = new TemporaryFolder().With("n.csv", AnomalyDataTests.Rows(20))
            .With("a.csv", AnomalyDataTests.Rows(20));
        var options = AnomalyDataTests.Options(folder) with
        {
            Test = ["a.csv"],
            Split = new(0.5, 0.5, 0),
            Scaling = AnomalyScaling.EachRecording,
        };

        Recorded.Messages(AnomalyDataReader.Read(options)).ShouldBe("""
            error DATA042 at data.scaling: recordings of the test or validation part have no training rows to be scaled by
              expected: scaling by each recording where each has a share of training rows
              remedy:   remove data.test and data.validation, or set data.scaling to training
            """);
    }

    private static AnomalyData Read(
        Func<AnomalyOptions, AnomalyOptions> change, Func<int, string>? first = null, Func<int, string>? second = null)
    {
        using var folder = new TemporaryFolder()
            .With("n.csv", Text(first ?? (row => $"{5 - 1 + row % 2 * 2},0")))
            .With("m.csv", Text(second ?? (row => $"{100 - 20 + row % 2 * 40},0")));
        var options = AnomalyDataTests.Options(folder) with { Train = ["n.csv", "m.csv"], Split = new(0.5, 0.25, 0.25) };
        var result = AnomalyDataReader.Read(change(options));
        return result.Value.ShouldNotBeNull(Recorded.Messages(result));
    }

    private static string Text(Func<int, string> row) =>
        "x,anomaly\n" + string.Concat(Enumerable.Range(0, 20).Select(i => row(i) + "\n"));
}
