using Dapper;
using Microsoft.Data.Sqlite;

namespace Bitloom.Exploration.Tests.Stores;

public sealed class StudyStoresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("new", "new/study.db")]
    [InlineData("new/mine.db", "new/mine.db")]
    [InlineData("there", "there")]
    [InlineData("folder.db", "folder.db/study.db")]
    public async Task Path_IsAFileOrAFolder(string place, string file)
    {
        _folder.With("there", "");
        Directory.CreateDirectory(_folder["folder.db"]);

        var opened = await StudyStores.OpenAsync(_folder[place], TestContext.Current.CancellationToken);

        opened.Ok.ShouldBeTrue();
        await opened.Value.DisposeAsync();
        File.ReadAllText(_folder[file]).ShouldStartWith("SQLite format 3");
    }

    [Fact]
    public async Task File_IsAlone_WhenTheStoreIsClosed()
    {
        var opened = await StudyStores.OpenAsync(_folder.Path, TestContext.Current.CancellationToken);

        await opened.Value!.DisposeAsync();

        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([_folder["study.db"]]);
    }

    [Fact]
    public async Task File_IsRefused_WhenItIsNoDatabase()
    {
        _folder.With("study.db", new string('x', 5000));

        var text = await RefusalAsync(_folder.Path);

        text.ShouldBe(
            $"error STUDY001 at {_folder["study.db"]}: the study's store cannot be opened: "
            + "SQLite Error 26: 'file is not a database'\n"
            + "  expected: a folder, or a file of SQLite, that can be written\n"
            + "  remedy:   name another place, or mend this one");
    }

    [Theory]
    [InlineData("file/below")]
    [InlineData("file/below/mine.db")]
    public async Task Path_IsRefused_WhenItCannotBeMade(string place)
    {
        _folder.With("file", "text");

        (await RefusalAsync(_folder[place])).ShouldStartWith("error STUDY001");
    }

    [Fact]
    public async Task Store_IsRefused_WhenALaterVersionMadeIt()
    {
        var opened = await StudyStores.OpenAsync(_folder.Path, TestContext.Current.CancellationToken);
        await opened.Value!.DisposeAsync();
        await ChangeAsync("UPDATE bitloom_schema SET version = 9");

        var text = await RefusalAsync(_folder.Path);

        text.ShouldBe(
            $"error STUDY003 at {_folder["study.db"]}: the study's store has version 9 of its tables\n"
            + "  expected: version 1\n"
            + "  remedy:   use the version of Bitloom that made it, or name another place");
    }

    [Fact]
    public async Task OpenStore_SaysWhatFailed_WhenItsTablesAreGone()
    {
        var opened = await StudyStores.OpenAsync(_folder.Path, TestContext.Current.CancellationToken);
        await using var store = opened.Value!;
        await ChangeAsync("DROP TABLE bitloom_trial");

        var fault = await Should.ThrowAsync<StudyStoreException>(() =>
            store.ClaimAsync("narrow", "worker", TimeSpan.FromHours(1), TestContext.Current.CancellationToken));

        fault.Diagnostic.ToString().ShouldBe(
            $"error STUDY005 at {_folder["study.db"]}: the study's store has failed: "
            + "SQLite Error 1: 'no such table: bitloom_trial'\n"
            + "  expected: a folder, or a file of SQLite, that can be written\n"
            + "  remedy:   mend what failed and start again: finished trials are kept");
    }

    [Fact]
    public async Task Server_IsRefused_WhenItDoesNotAnswer()
    {
        var text = await RefusalAsync("postgres://me:top%20secret@127.0.0.1:1/studies");

        text.ShouldBe(
            "error STUDY001 at postgresql://me@127.0.0.1:1/studies: the study's store cannot be opened: "
            + "Failed to connect to 127.0.0.1:1: Connection refused\n"
            + "  expected: a PostgreSQL server that answers, and lets this user into this database\n"
            + "  remedy:   start the server, or correct the address; "
            + "a password may stand in PGPASSWORD or ~/.pgpass");
    }

    [Fact]
    public async Task Server_IsRefused_WhenItsNameIsUnknown() =>
        (await RefusalAsync("Host=there.invalid;Username=me;Password=secret")).ShouldStartWith(
            "error STUDY001 at postgresql://me@there.invalid:5432/: the study's store cannot be opened: ");

    [Theory]
    [InlineData("mysql://me:secret@server/studies")]
    [InlineData("postgres://me:12#secret@server/studies")]
    [InlineData("postgres://me:12/secret@server/studies")]
    [InlineData("postgres://me:12?secret@server/studies")]
    [InlineData("postgres://me:12:secret@server/studies")]
    [InlineData("postgres://me:12@secret@server/studies")]
    [InlineData("postgres://me@server:123456789012/studies")]
    [InlineData("postgres://server/studies?secret=1")]
    [InlineData("Host=server;Password=1;secret=2")]
    [InlineData("Host=server;Port=secret")]
    public async Task Address_IsRefused_WithoutRepeatingIt(string place) =>
        (await RefusalAsync(place)).ShouldBe(
            "error STUDY004: the address of the study's store cannot be read\n"
            + "  expected: a path, postgresql://user@host:port/database, or Host=...;Database=...;Username=...\n"
            + "  remedy:   write / as %2F, : as %3A, ? as %3F, # as %23, @ as %40 in a name or password; "
            + "a password may stand in PGPASSWORD or ~/.pgpass instead");

    public void Dispose() => _folder.Dispose();

    private static async Task<string> RefusalAsync(string place)
    {
        var opened = await StudyStores.OpenAsync(place, TestContext.Current.CancellationToken);

        opened.Ok.ShouldBeFalse();
        return opened.Diagnostics.ShouldHaveSingleItem().ToString();
    }

    private async Task ChangeAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder["study.db"]};Pooling=False");
        await connection.ExecuteAsync(sql);
    }
}
