using Bitloom.Pipeline;

namespace Bitloom.Tests.Resume;

public sealed class StageStoreTests : IDisposable
{
    private const string Kept = "train: kept from the last build (nothing that it depends on has changed)";

    private static readonly Stage Train = new(
        "train", [new("training.epochs", "2"), new("the training data", "abc"), new("Bitloom", "1")], ["float.json"]);

    private readonly TemporaryFolder _folder = new();
    private readonly RecordedProgress _progress = new();
    private int _runs;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Stage_IsMadeOnce_AndThenKept()
    {
        var made = await RunAsync(Train);

        var kept = await RunAsync(Train);

        made.Value.ShouldBe(new Losses("first", 0.1, double.PositiveInfinity));
        kept.Value.ShouldBe(made.Value);
        _runs.ShouldBe(1);
        _progress.Notes.ShouldBe([Kept]);
    }

    [Theory]
    [InlineData("training.epochs", "training.epochs changed")]
    [InlineData("the training data", "the training data changed")]
    [InlineData("Bitloom", "Bitloom changed")]
    public async Task Stage_IsMadeAgain_WhenSomethingThatItDependsOnChanged(string name, string reason)
    {
        await RunAsync(Train);
        var changed = Train with
        {
            DependsOn = [.. Train.DependsOn.Select(item => item.Name == name ? item with { Value = "other" } : item)],
        };

        await RunAsync(changed);

        _runs.ShouldBe(2);
        _progress.Notes.ShouldBe([$"train: again, as {reason}"]);
    }

    [Fact]
    public async Task Stage_IsMadeAgain_WhenItDependsOnSomethingMoreOrLess()
    {
        await RunAsync(Train);

        await RunAsync(Train with { DependsOn = Train.DependsOn.Add(new("training.new", "1")) });
        await RunAsync(Train);

        _runs.ShouldBe(3);
        _progress.Notes.ShouldBe(["train: again, as training.new changed", "train: again, as training.new changed"]);
    }

    [Theory]
    [InlineData("0123456789")]
    [InlineData("")]
    public async Task Stage_IsMadeAgain_WhenAFileOfItIsNotAsItWasWritten(string content)
    {
        await RunAsync(Train);
        _folder.With("float.json", content);

        await RunAsync(Train);

        _runs.ShouldBe(2);
        _progress.Notes.ShouldBe(["train: again, as float.json was changed or is missing"]);
    }

    [Fact]
    public async Task Stage_IsMadeAgain_WhenAFileOfItIsMissing()
    {
        await RunAsync(Train);
        File.Delete(_folder["float.json"]);

        await RunAsync(Train);

        _progress.Notes.ShouldBe(["train: again, as float.json was changed or is missing"]);
    }

    [Theory]
    [InlineData("\"First\"", "\"Last\"")]
    [InlineData("0.1", "0.2")]
    [InlineData("}", "")]
    [InlineData("\"sha256\"", "\"sha\"")]
    public async Task Stage_IsMadeAgain_WhenItsRecordIsNotAsItWasWritten(string written, string found)
    {
        await RunAsync(Train);
        ChangeRecord(text => text.Replace(written, found, StringComparison.Ordinal));

        await RunAsync(Train);

        _runs.ShouldBe(2);
        _progress.Notes.ShouldBe(["train: again, as its record is damaged"]);
    }

    [Fact]
    public async Task Stage_IsMadeAgain_WhereverItsRecordWasCutOff()
    {
        await RunAsync(Train);
        var whole = File.ReadAllText(_folder["stages/train.json"]);

        for (var length = 0; length < whole.Length - 2; length++)
        {
            ChangeRecord(_ => whole[..length]);
            await RunAsync(Train);
        }

        _progress.Notes.Distinct(StringComparer.Ordinal).ShouldBe(["train: again, as its record is damaged"]);
        _runs.ShouldBe(whole.Length - 1);
    }

    [Fact]
    public async Task Stage_IsMadeAgain_WhenItsRecordIsOfAnotherVersion()
    {
        await RunAsync(Train);
        var record = StageRecord.Parse(File.ReadAllText(_folder["stages/train.json"]))!;
        ChangeRecord(_ => (record with { Format = 0 }).Print());

        await RunAsync(Train);

        _runs.ShouldBe(2);
        _progress.Notes.ShouldBe(["train: again, as its record is of another version"]);
    }

    [Fact]
    public async Task Stage_IsMadeAgain_WhenAskedForAFreshBuild()
    {
        await RunAsync(Train);

        await RunAsync(Train, fresh: true);

        _runs.ShouldBe(2);
        _progress.Notes.ShouldBe(["train: again, as every stage is to be made again"]);
    }

    [Fact]
    public async Task Stage_IsNotKept_WhenItStopped()
    {
        await RunAsync(Train, make: () => StageResult.Stopped<Losses>(BuildOutcome.ToolFailed));

        File.Exists(_folder["stages/train.json"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Stage_IsNotKept_WhenItsResultIsNotWhole()
    {
        var store = new StageStore(_folder.Path);

        var made = await store.RunAsync(Train, _progress, () => Task.FromResult(Make()), _ => false);

        made.Ok.ShouldBeTrue();
        File.Exists(_folder["stages/train.json"]).ShouldBeFalse();
    }

    // The record goes before the work: what was cut off must not be vouched for by an older record.
    [Fact]
    public async Task Record_IsGone_WhileItsStageIsAtWork()
    {
        await RunAsync(Train);
        var seen = true;

        await RunAsync(Train, fresh: true, make: () =>
        {
            seen = File.Exists(_folder["stages/train.json"]);
            return Make();
        });

        seen.ShouldBeFalse();
    }

    private Task<StageResult<Losses>> RunAsync(
        Stage stage, bool fresh = false, Func<StageResult<Losses>>? make = null) =>
        new StageStore(_folder.Path, fresh).RunAsync(stage, _progress, () => Task.FromResult((make ?? Make)()));

    private StageResult<Losses> Make()
    {
        _runs++;
        _folder.With("float.json", "weights");
        return StageResult.Done(new Losses("first", 0.1, double.PositiveInfinity));
    }

    private void ChangeRecord(Func<string, string> change)
    {
        var before = File.ReadAllText(_folder["stages/train.json"]);
        var after = change(before);
        after.ShouldNotBe(before);
        _folder.With("stages/train.json", after);
    }

    private sealed record Losses(string First, double Second, double Third);
}
