namespace Bitloom.Exploration.Tests.Stores;

public sealed class SqliteStudyStoreTests : StudyStoreTests
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<string> MakePlaceAsync() => Task.FromResult(_folder["studies"]);

    protected override ValueTask RemovePlaceAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
