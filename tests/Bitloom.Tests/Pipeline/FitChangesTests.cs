using System.Globalization;
using Bitloom.Data;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Tests.Pipeline;

/// <summary>The changes with which an accelerator that is too large fits its device.</summary>
public sealed class FitChangesTests : IDisposable
{
    private const string Data = "data: {file: a.csv, features: [x], targets: [x], window: 6}\n";

    private readonly TemporaryFolder _folder = new();

    public FitChangesTests() => _folder.With("project.yaml", Data).With("a.csv", "x\n" + string.Concat(
        Enumerable.Range(0, 120).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{Math.Sin(row / 5.0):0.000}\n"))));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_AnArrayThatIsTooLarge_TellsTheSmallerOneWithTheFewestCyclesFirst()
    {
        string[] large = ["engine.rows=16", "engine.columns=16", "engine.lanes=16", "engine.device=xc7s6"];

        var changes = Changes(large);

        changes.Length.ShouldBe(3);
        changes[0].Cost.ShouldBe(FitCost.Cycles);
        changes[0].Settings.ShouldAllBe(setting => setting.StartsWith("engine.", StringComparison.Ordinal));
        changes[0].Cycles.ShouldBeGreaterThan(changes[0].Before);
        changes.ShouldBeInOrder(SortDirection.Ascending, Comparer<FitChange>.Create(
            (left, right) => (left.Cost, left.Cycles).CompareTo((right.Cost, right.Cycles))));
        ShouldFitWhenTheyAreSet(large, changes);
    }

    [Fact]
    public void Of_MemoriesThatWereAskedFor_LeavesThemToThePlanner()
    {
        string[] blocks =
        [
            "engine.memories.bank0=block", "engine.memories.bank1=block", "engine.memories.input=block",
            "engine.memories.constant=block", "engine.device=xc7s6",
        ];

        var changes = Changes(blocks);

        changes[0].Settings.ShouldAllBe(setting => setting.EndsWith("=auto", StringComparison.Ordinal));
        ShouldFitWhenTheyAreSet(blocks, changes);
    }

    [Fact]
    public void Of_TooManyWeights_NarrowsAsFewMatricesAsWillDo()
    {
        string[] many = ["model.dimension=40", "engine.device=ice40up5k"];

        var changes = Changes(many);

        changes.ShouldContain(change => change.Cost == FitCost.Accuracy);
        ShouldFitWhenTheyAreSet(many, changes);
    }

    [Fact]
    public void Of_WhatSynthesisCounted_AsksForAsMuchLess()
    {
        var (project, data) = Read([]);
        var planned = EstimateStage.Of(
            UntrainedModel.Compile(project, data, CancellationToken.None)!.Value!, project.Engine);
        var estimated = TakenResources.Of(planned.Resources);
        var counted = estimated with { Luts = 2 * project.Engine.Device.Luts.Count };

        var changes = FitChanges.Of(project, data, counted, CancellationToken.None);

        changes.ShouldNotBeEmpty();
        foreach (var change in changes)
        {
            var taken = TakenResources.Of(Estimate(change.Changed, data).Resources);
            counted.Changed(estimated, taken).Luts.ShouldBeLessThanOrEqualTo(change.Changed.Engine.Device.Luts.Count);
        }
    }

    [Fact]
    public void Text_NamesTheSettingsAndWhatTheyCost()
    {
        var (project, _) = Read([]);

        new FitChange(["engine.rows=4", "engine.lanes=1"], FitCost.Cycles, project, 12_345, 9_000).ToString()
            .ShouldBe("engine.rows=4, engine.lanes=1 (12,345 cycles instead of 9,000)");
        new FitChange(["quantization.bits=6"], FitCost.Accuracy, project, 9_000, 9_000).ToString()
            .ShouldBe("quantization.bits=6 (as many cycles as now, to be trained again)");
    }

    // What is told is set as a user would set it, and estimated anew.
    private void ShouldFitWhenTheyAreSet(string[] before, IEnumerable<FitChange> changes)
    {
        var (asItIs, asItIsData) = Read(before);
        TakenResources.Of(Estimate(asItIs, asItIsData).Resources).Fits(asItIs.Engine.Device).ShouldBeFalse();
        foreach (var change in changes)
        {
            var (project, data) = Read([.. before, .. change.Settings]);
            var estimate = Estimate(project, data);
            estimate.Cycles.ShouldBe(change.Cycles);
            TakenResources.Of(estimate.Resources).Fits(project.Engine.Device).ShouldBeTrue(change.ToString());
        }
    }

    private FitChange[] Changes(string[] settings)
    {
        var (project, data) = Read(settings);
        return [.. FitChanges.Of(project, data, counted: null, CancellationToken.None)];
    }

    private (Project Project, ITaskData Data) Read(string[] settings)
    {
        var project = ProjectReader.Read(_folder["project.yaml"], settings);
        project.Diagnostics.ShouldBeEmpty();
        return (project.Value!, TaskDataReader.Read(project.Value!.Data).Value!);
    }

    private static ProjectEstimate Estimate(Project project, ITaskData data) => EstimateStage.Of(
        UntrainedModel.Compile(project, data, CancellationToken.None)!.Value!, project.Engine);
}
