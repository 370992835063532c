namespace Bitloom.Exploration.Tests.Stores;

/// <summary>What every store must do, whatever database it is in.</summary>
public abstract partial class StudyStoreTests : IAsyncLifetime
{
    private const string Study = ExampleStudy.Name;

    // Instead of waiting: a lease that has ended when it begins.
    private static readonly TimeSpan Ended = TimeSpan.FromSeconds(-1);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private readonly List<IStudyStore> _stores = [];
    private string? _place;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();
        await RemovePlaceAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A place without studies.</summary>
    protected abstract Task<string> MakePlaceAsync();

    protected virtual ValueTask RemovePlaceAsync() => ValueTask.CompletedTask;

    /// <summary>The place of this test.</summary>
    protected async Task<string> PlaceAsync() => _place ??= await MakePlaceAsync();

    /// <summary>One more opening of the place.</summary>
    protected async Task<IStudyStore> StoreAsync()
    {
        var opened = await StudyStores.OpenAsync(await PlaceAsync(), Cancellation);
        opened.Diagnostics.ShouldBeEmpty();
        _stores.Add(opened.Value!);
        return opened.Value!;
    }

    /// <summary>A store with a study, whose first generation has so many trials.</summary>
    protected async Task<IStudyStore> StudyAsync(int trials)
    {
        var store = await StoreAsync();
        await store.OpenAsync(ExampleStudy.Definition, Cancellation);
        if (trials > 0)
            await store.ProposeAsync(Study, generation: 0, firstNumber: 0, ExampleStudy.Settings(trials), Cancellation);
        return store;
    }

    private async Task<IStudyStore[]> StoresAsync(int count)
    {
        var stores = new IStudyStore[count];
        for (var i = 0; i < count; i++)
            stores[i] = await StoreAsync();
        return stores;
    }
}
