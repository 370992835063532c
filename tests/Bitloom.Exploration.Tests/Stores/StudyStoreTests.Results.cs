namespace Bitloom.Exploration.Tests.Stores;

public abstract partial class StudyStoreTests
{
    [Fact]
    public async Task Finish_IsAccepted_WhenTheLeaseHasEndedButNobodyElseHasTheTrial()
    {
        var store = await StudyAsync(trials: 1);
        await store.ClaimAsync(Study, "slow", Ended, Cancellation);

        var late = await store.FinishAsync(Study, 0, "slow", ExampleStudy.Result(1), Cancellation);
        var next = await store.ClaimAsync(Study, "quick", Long, Cancellation);

        late.ShouldBeTrue();
        next.ShouldBeNull();
    }

    [Fact]
    public async Task Finish_KeepsTheFirstResult_WhenItIsRepeated()
    {
        var store = await StudyAsync(trials: 1);
        await store.ClaimAsync(Study, "one", Long, Cancellation);
        await store.FinishAsync(Study, 0, "one", ExampleStudy.Result(1), Cancellation);

        var again = await store.FinishAsync(Study, 0, "one", ExampleStudy.Result(2), Cancellation);
        var other = await store.FinishAsync(Study, 0, "two", ExampleStudy.Result(3), Cancellation);

        (again, other).ShouldBe((true, false));
        var kept = (await store.TrialsAsync(Study, Cancellation))[0].Result!;
        ExampleStudy.Describe(kept).ShouldBe(ExampleStudy.Describe(ExampleStudy.Result(1)));
    }

    [Fact]
    public async Task Finish_IsRefused_WhenTheTrialWasNeverClaimed()
    {
        var store = await StudyAsync(trials: 1);

        (await store.FinishAsync(Study, 0, "one", ExampleStudy.Result(1), Cancellation)).ShouldBeFalse();
        (await store.FinishAsync(Study, 7, "one", ExampleStudy.Result(1), Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Verifications_AreAllKept_WhenTheyComeAtOnce()
    {
        await StudyAsync(trials: 1);
        var stores = await StoresAsync(2);
        await stores[0].ClaimAsync(Study, "one", Long, Cancellation);
        await stores[0].FinishAsync(Study, 0, "one", ExampleStudy.Result(1), Cancellation);

        await Task.WhenAll(stores.Select((store, point) => Task.Run(() => store.VerifyAsync(
            Study, 0, point, new PointVerification(8, point, $"{point}.html"), Cancellation))));

        var result = (await stores[0].TrialsAsync(Study, Cancellation))[0].Result!;
        result.Points.Select(point => point.Verification).ShouldBe(
            [new PointVerification(8, 0, "0.html"), new PointVerification(8, 1, "1.html")]);
        ExampleStudy.Describe(Unverified(result)).ShouldBe(ExampleStudy.Describe(ExampleStudy.Result(1)));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(0, -1)]
    [InlineData(1, 0)]
    [InlineData(9, 0)]
    public async Task Verification_OfWhatIsNotThere_IsABug(int number, int point)
    {
        var store = await StudyAsync(trials: 2);
        await store.ClaimAsync(Study, "one", Long, Cancellation);
        await store.FinishAsync(Study, 0, "one", ExampleStudy.Result(1), Cancellation);

        var fault = await Should.ThrowAsync<Diagnostics.CompilerBugException>(() => store.VerifyAsync(
            Study, number, point, new PointVerification(8, 0, null), Cancellation));

        fault.Message.ShouldContain($"trial {number} of 'narrow' has no point {point} to verify");
    }

    private static TrialResult Unverified(TrialResult result) => result with
    {
        Points = [.. result.Points.Select(point => point with { Verification = null })],
    };
}
