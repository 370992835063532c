namespace Bitloom.Exploration.Tests.Stores;

public abstract partial class StudyStoreTests
{
    [Fact]
    public async Task Study_IsFoundAgain_InAnotherStore()
    {
        await (await StoreAsync()).OpenAsync(ExampleStudy.Definition, Cancellation);

        var found = await (await StoreAsync()).OpenAsync(ExampleStudy.Definition, Cancellation);

        found.Diagnostics.ShouldBeEmpty();
        ExampleStudy.Describe(found.Value!).ShouldBe(ExampleStudy.Describe(ExampleStudy.Definition));
    }

    [Fact]
    public async Task Study_IsRefused_WhenAnotherHasItsName()
    {
        var store = await StudyAsync(trials: 0);
        var other = ExampleStudy.Definition with { Text = "project: sine\ndevice: xc7a35t\nseed: 2" };

        var refused = await store.OpenAsync(other, Cancellation);

        refused.Ok.ShouldBeFalse();
        var diagnostic = refused.Diagnostics.ShouldHaveSingleItem();
        (diagnostic with { Location = "place" }).ToString().ShouldBe(
            "error STUDY002 at place: the study 'narrow' was begun with other settings: "
            + "line 2 of its definition is 'device: ice40-up5k'\n"
            + "  expected: 'device: xc7a35t'\n"
            + "  remedy:   give this study another name, or go back to the settings that it was begun with");
    }

    [Theory]
    [InlineData("project: sine\ndevice: ice40-up5k", "'(nothing)'")]
    [InlineData("project: sine\ndevice: ice40-up5k\nseed: 1\nmore", "'more'")]
    public async Task Study_IsRefused_WhenItsDefinitionIsShorterOrLonger(string text, string expected)
    {
        var store = await StudyAsync(trials: 0);

        var refused = await store.OpenAsync(ExampleStudy.Definition with { Text = text }, Cancellation);

        refused.Diagnostics.ShouldHaveSingleItem().Expected.ShouldBe(expected);
    }

    [Theory]
    [InlineData(64, 64)]
    [InlineData(8, 32)]
    public async Task Study_BecomesLonger_NeverShorter(int trials, int expected)
    {
        var store = await StudyAsync(trials: 0);

        var found = await store.OpenAsync(ExampleStudy.Definition with { Trials = trials }, Cancellation);

        found.Value!.Trials.ShouldBe(expected);
        (await store.StudiesAsync(Cancellation)).ShouldHaveSingleItem().Trials.ShouldBe(expected);
    }

    [Fact]
    public async Task Studies_AreListedByName_AndHaveTrialsOfTheirOwn()
    {
        var store = await StudyAsync(trials: 2);
        await store.OpenAsync(ExampleStudy.Definition with { Name = "Wide", Text = "else" }, Cancellation);

        var studies = await store.StudiesAsync(Cancellation);

        studies.Select(study => study.Name).ShouldBe(["Wide", Study]);
        (await store.TrialsAsync("Wide", Cancellation)).ShouldBeEmpty();
        (await store.ClaimAsync("Wide", "worker", Long, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Trials_AreThoseProposed_InOrder()
    {
        var store = await StudyAsync(trials: 2);
        await store.ProposeAsync(Study, generation: 1, firstNumber: 2, ExampleStudy.Settings(1), Cancellation);

        var trials = await store.TrialsAsync(Study, Cancellation);

        trials.Select(trial => (trial.Number, trial.Generation, trial.State)).ShouldBe(
            [(0, 0, TrialState.Waiting), (1, 0, TrialState.Waiting), (2, 1, TrialState.Waiting)]);
        trials.Take(2).Select(trial => trial.Settings).ShouldBe(ExampleStudy.Settings(2));
        trials.ShouldAllBe(trial => trial.Worker == null && trial.Result == null);
    }

    [Fact]
    public async Task Generation_IsAddedOnce_WhenManyProposeItAtOnce()
    {
        await StudyAsync(trials: 0);
        var stores = await StoresAsync(8);

        await Task.WhenAll(stores.Select(store => Task.Run(() => store.ProposeAsync(
            Study, generation: 0, firstNumber: 0, ExampleStudy.Settings(5), Cancellation))));

        (await stores[0].TrialsAsync(Study, Cancellation)).Select(trial => trial.Number).ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public async Task Place_IsMadeOnce_WhenManyOpenItAtOnce()
    {
        var place = await PlaceAsync();

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var store = (await StudyStores.OpenAsync(place, Cancellation)).Value!;
            return await store.OpenAsync(ExampleStudy.Definition, Cancellation);
        })));

        opened.ShouldAllBe(study => study.Ok);
        (await (await StoreAsync()).StudiesAsync(Cancellation)).Count.ShouldBe(1);
    }
}
