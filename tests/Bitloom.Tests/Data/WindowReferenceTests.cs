using Bitloom.Data;

namespace Bitloom.Tests.Data;

public sealed class WindowReferenceTests
{
    private static readonly WindowSpec ThreeAhead = new(4, 1, 3);

    [Theory]
    [InlineData(WindowReference.Mean)]
    [InlineData(WindowReference.LastTarget)]
    [InlineData(WindowReference.LastRow)]
    public void TargetUnits_AreThoseOfTheSeries_WhateverWindowsAreCountedFrom(WindowReference reference)
    {
        var data = Read(Slow, reference);

        float[] truth = [.. data.Test.LastRows.SelectMany(last => Enumerable.Range(last + 1, 3)).Select(Slow)];

        data.Reference.ShouldBe(reference);
        data.ToTargetUnits(data.Test, data.Test.Targets).ShouldBe(truth, 1e-3f);
        data.Error(data.Test.Targets, data.Test.Targets).Rmse.ShouldBe(0);
    }

    [Fact]
    public void LastRow_TakesItselfAwayFromTheWindow_InDeviationsOfWhatIsLeft()
    {
        var data = Read(row => row % 2, WindowReference.LastRow);

        // Of 4 rows that alternate two are equal to the last; of 3 ahead two are not.
        data.Train.Input(0).ToArray().ShouldBe([-MathF.Sqrt(2), 0, -MathF.Sqrt(2), 0], 1e-5f);
        data.Train.Target(0).ToArray().ShouldBe([-MathF.Sqrt(1.5f), 0, -MathF.Sqrt(1.5f)], 1e-5f);
    }

    [Fact]
    public void LastTarget_LeavesTheInputsAsTheyAre()
    {
        Read(Slow, WindowReference.LastTarget).Train.Inputs.ShouldBe(Read(Slow, WindowReference.Mean).Train.Inputs);
    }

    [Theory]
    [InlineData(true, WindowReference.LastTarget)]
    [InlineData(false, WindowReference.Mean)]
    public void Automatic_TakesTheLastValue_WhereThatLeavesLess(bool slow, WindowReference reference)
    {
        var data = Read(slow ? Slow : row => row * 7919 % 31, WindowReference.Automatic);

        data.Reference.ShouldBe(reference);
        data.RelativeTargets.ShouldBe([slow]);
    }

    [Fact]
    public void Target_ThatIsNoFeature_HasNoLastValueToCountFrom()
    {
        var data = Reading.Read(Reading.Ramp(100), o => o with { Reference = WindowReference.LastRow })
            .Value.ShouldNotBeNull();

        data.RelativeTargets.ShouldBe([false]);
        data.TargetScaler.Mean.ShouldBe(data.StandardTargets.Mean);
        data.TargetScaler.Deviation.ShouldBe(data.StandardTargets.Deviation);
    }

    [Fact]
    public void Patch_PutsRowsIntoOneToken()
    {
        var data = Read(Slow, WindowReference.Mean);
        var patched = Reading.Read(Text(Slow), o => Options(o, WindowReference.Mean) with { Patch = 2 })
            .Value.ShouldNotBeNull();

        (patched.Train.Window, patched.Train.Features).ShouldBe((2, 2));
        patched.Train.Inputs.ShouldBe(data.Train.Inputs);
    }

    private static float Slow(int row) => 100 + 10 * MathF.Sin(row / 10f);

    private static string Text(Func<int, float> value) => "x\n" + string.Concat(
        Enumerable.Range(0, 200).Select(row => FormattableString.Invariant($"{value(row)}\n")));

    private static DataOptions Options(DataOptions options, WindowReference reference) => options with
    {
        Features = ["x"],
        Targets = ["x"],
        Window = ThreeAhead,
        Reference = reference,
    };

    private static ForecastData Read(Func<int, float> value, WindowReference reference) =>
        Reading.Read(Text(value), o => Options(o, reference)).Value.ShouldNotBeNull();
}
