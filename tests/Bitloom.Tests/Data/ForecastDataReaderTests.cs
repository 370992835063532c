using System.Text;
using Bitloom.Data;
using CsCheck;

namespace Bitloom.Tests.Data;

public sealed class ForecastDataReaderTests
{
    [Fact]
    public void Windows_PredictTheRowAfter_ByDefault()
    {
        var data = Reading.Read(Reading.Ramp(100), o => o with { Time = ["t"] }).Value.ShouldNotBeNull();

        data.Train.LastRows.ShouldBe(Enumerable.Range(1, 68));
        Unscaled(data, data.Train.Input(5)).ShouldBe([5f, 6f]);
        data.ToTargetUnits(data.Train, data.Train.Target(5))[0].ShouldBe(70f, 1e-4f);
    }

    [Fact]
    public void Parts_DoNotShareRows_TheTargetsIncluded()
    {
        var data = Reading.Read(Reading.Ramp(100), o => o with { Window = new(4, 3, 2) }).Value.ShouldNotBeNull();

        data.Train.LastRows[^1].ShouldBe(69 - 4);
        data.Validation.LastRows[0].ShouldBe(70 + 3);
        data.Validation.LastRows[^1].ShouldBe(84 - 4);
        data.Test.LastRows[0].ShouldBe(85 + 3);
        data.Test.LastRows[^1].ShouldBe(99 - 4);
    }

    [Fact]
    public void Outputs_AreStepByStep_WithTwoTargets()
    {
        var data = Reading.Read(Reading.Ramp(100),
            o => o with { Targets = ["y", "x"], Window = new WindowSpec(2, 3, 2) }).Value.ShouldNotBeNull();

        data.Outputs.ShouldBe(4);
        data.ToTargetUnits(data.Train, data.Train.Target(0)).ShouldBe([40f, 4f, 50f, 5f], 1e-4f);
        data.Train.LastTargets.Take(2).ShouldBe([10f, 1f]);
        data.NaiveForecast(data.Train).Take(4).ShouldBe([10f, 1f, 10f, 1f]);
    }

    [Fact]
    public void Scalers_AreFitted_OnTrainingRowsAlone()
    {
        var data = Reading.Read(Reading.Ramp(10), o => o with { Split = new(0.4, 0.3, 0.3) }).Value.ShouldNotBeNull();

        data.FeatureScaler.Mean.ShouldBe([1.5]);
        data.FeatureScaler.Deviation[0].ShouldBe(Math.Sqrt(1.25), 1e-12);
        data.TargetScaler.Mean.ShouldBe([15.0]);
    }

    [Fact]
    public void Window_DoesNotCross_ATimeGap()
    {
        var rows = Enumerable.Range(0, 100).Where(row => row is < 20 or > 22).Select(Reading.RampRow);

        var data = Reading.Read("t,x,y\n" + string.Concat(rows), o => o with { Time = ["t"] }).Value.ShouldNotBeNull();

        data.Train.LastRows.ShouldNotContain(19);
        data.Train.LastRows.ShouldNotContain(20);
        data.Train.LastRows.ShouldContain(18);
        data.Train.LastRows.ShouldContain(21);
        data.Series[0].SegmentCount.ShouldBe(2);
    }

    [Theory]
    [InlineData("-200")]
    [InlineData("-200.0")]
    [InlineData("")]
    [InlineData("nan")]
    [InlineData("NULL")]
    public void MissingValue_BreaksTheSeries_ByDefault(string marker)
    {
        var text = Reading.Ramp(100).Replace(",20,", $",{marker},", StringComparison.Ordinal);

        var data = Reading.Read(text, o => o with { Missing = ["-200"] }).Value.ShouldNotBeNull();

        data.Series[0].MissingRows.ShouldBe(1);
        data.Train.LastRows.ShouldBe(Enumerable.Range(1, 68).Where(last => last is < 19 or > 21));
    }

    [Fact]
    public void InterpolatedRow_IsInsideWindows_ButNeverLastAndNeverTarget()
    {
        var text = Reading.Ramp(100).Replace(",20,", ",,", StringComparison.Ordinal);

        var data = Reading.Read(text,
            o => o with { MissingPolicy = MissingPolicy.Interpolate }).Value.ShouldNotBeNull();

        data.Train.LastRows.ShouldBe(Enumerable.Range(1, 68).Where(last => last is not (19 or 20)));
        Unscaled(data, data.Train.Input(data.Train.LastRows.IndexOf(21))).ShouldBe([20f, 21f]);
    }

    [Fact]
    public void LongRunOfMissingValues_IsNotInterpolated()
    {
        var text = Reading.Ramp(100).Replace(",20,", ",,", StringComparison.Ordinal)
            .Replace(",21,", ",,", StringComparison.Ordinal);

        var data = Reading.Read(text,
            o => o with { MissingPolicy = MissingPolicy.Interpolate, InterpolatedRows = 1 }).Value.ShouldNotBeNull();

        data.Series[0].MissingRows.ShouldBe(2);
    }

    [Fact]
    public void TestFile_IsTheTestPart_AndTheFirstFileIsDividedInTwo()
    {
        using var folder = new TemporaryFolder().With("a.csv", Reading.Ramp(100)).With("b.csv", Reading.Ramp(50));

        var result = ForecastDataReader.Read(
            Reading.Options(folder) with { TestFile = "b.csv", Split = new(0.8, 0.2, 0) });

        var data = result.Value.ShouldNotBeNull();
        data.Train.LastRows[^1].ShouldBe(78);
        data.Validation.LastRows[^1].ShouldBe(98);
        data.Test.LastRows.ShouldBe(Enumerable.Range(1, 48));
    }

    [Theory]
    [InlineData("x;y\n1,5;2\n2,5;3\n3,5;4\n4,5;5\n5,5;6\n6,5;7\n")]
    [InlineData("x\ty\r\n1.5\t2\r\n2.5\t3\r\n3.5\t4\r\n4.5\t5\r\n5.5\t6\r\n6.5\t7\r\n")]
    [InlineData("\uFEFFx,y\n\"1.5\",2\n\n2.5, 3\n3.5,4\n4.5,5\n5.5,6\n6.5,7")]
    [InlineData("x;y;;\n1,5;2;;\n2,5;3;;\n3,5;4;;\n4,5;5;;\n5,5;6;;\n6,5;7;;\n;;;\n;;;\n")]
    [InlineData("y,x\n2,1.5e0\n3,+2.5\n4,3.5\n5,4.5\n6,5.5\n7,6.5\n")]
    public void Dialect_IsDetected(string text)
    {
        var series = Parse(text);

        series.Values.ShouldBe([1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7]);
    }

    [Fact]
    public void Text_IsReadAsLatin1_WhenItIsNotUtf8()
    {
        using var folder = new TemporaryFolder().With("a.csv", Encoding.Latin1.GetBytes("\u00B0C,y\n" + Rows(9)));

        var result = ForecastDataReader.Read(Reading.Options(folder) with
        { Features = ["\u00B0C"], Window = new(1), Split = new(0.4, 0.3, 0.3) });

        result.Ok.ShouldBeTrue(Reading.Messages(result));
    }

    [Fact]
    public void NaiveForecast_HasTheErrorOfTheSlope_OnARamp()
    {
        var data = Reading.Read(Reading.Ramp(100)).Value.ShouldNotBeNull();

        var error = data.NaiveError(data.Test);

        error.Rmse.ShouldBe(10, 1e-3);
        error.Mae.ShouldBe(10, 1e-3);
    }

    [Fact]
    public void Error_IsZero_ForPerfectPredictions()
    {
        var data = Reading.Read(Reading.Ramp(100)).Value.ShouldNotBeNull();

        data.Error(data.Test.Targets, data.Test.Targets).ShouldBe(new ForecastError(0, 0));
    }

    [Fact]
    public void ForecastError_IsRootOfMeanSquareAndMeanMagnitude()
    {
        var error = ForecastError.Between([1f, 2f, 3f, 8f], [1f, 2f, 6f, 4f]);

        error.ShouldBe(new ForecastError(2.5, 1.75));
    }

    [Fact]
    public void EveryWindow_IsUnbrokenAndInItsPart_ForAnyMissingRowsAndSizes()
    {
        var cases = Gen.Select(Gen.Int[1, 5], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 59].HashSet[0, 8]);

        cases.Sample((window, horizon, steps, missing) =>
        {
            var spec = new WindowSpec(window, horizon, steps);
            var rows = Enumerable.Range(0, 60).Select(r => missing.Contains(r) ? $"{r},\n" : $"{r},{r}\n");
            var result = Reading.Read("x,y\n" + string.Concat(rows),
                o => o with { Window = spec, Split = new(0.4, 0.3, 0.3) });
            int[] expected = [.. Enumerable.Range(0, 60).Where(last => last - window + 1 >= 24 && last + spec.Reach < 42
                && Enumerable.Range(last - window + 1, spec.Span).All(r => !missing.Contains(r)))];
            result.Ok.ShouldBe(result.Diagnostics.Count == 0);
            if (result.Ok)
                result.Value.Validation.LastRows.ShouldBe(expected);
        }, seed: "0000KOIs1HM5", iter: 200, threads: 1);
    }

    private static TimeSeries Parse(string text)
    {
        var result = Reading.Read(text, o => o with { Window = new(1), Split = new(0.34, 0.33, 0.33) });
        return result.Value.ShouldNotBeNull(Reading.Messages(result)).Series[0];
    }

    private static string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"{i},{i}\n"));

    private static float[] Unscaled(ForecastData data, ReadOnlySpan<float> inputs)
    {
        var values = new float[inputs.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = MathF.Floor((float)data.FeatureScaler.Restore(inputs[i], 0) * 1000 + 0.5f) / 1000;
        return values;
    }
}
