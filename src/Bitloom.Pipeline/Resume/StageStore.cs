using Bitloom.Diagnostics;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>
/// The finished stages of an output folder, in <c>stages/NAME.json</c>. A record is written after the files of its
/// stage, each whole or not at all, and is believed only when it and all these files are as they were written: a build
/// that was killed at any moment goes on behind its last finished stage.
/// </summary>
/// <param name="folder">The output folder.</param>
/// <param name="fresh">Takes nothing over.</param>
internal sealed class StageStore(string folder, bool fresh = false)
{
    /// <summary>Folder of the records, inside the output folder.</summary>
    public const string Folder = "stages";

    /// <summary>The file of a stage's record, relative to the output folder.</summary>
    public static string RecordOf(string stage) => Path.Combine(Folder, stage.Replace(' ', '-') + ".json");

    private const string KeptNote = "kept from the last build (nothing that it depends on has changed)";

    /// <summary>
    /// The stage's result: that of the last build when all that it depends on is as it was, else what
    /// <paramref name="make"/> makes, which is kept when it is whole.
    /// </summary>
    /// <param name="isWhole">Whether a result may be taken over later; null: any may.</param>
    public async Task<StageResult<T>> RunAsync<T>(
        Stage stage, IStageProgress progress, Func<Task<StageResult<T>>> make, Func<T, bool>? isWhole = null)
        where T : class
    {
        var (kept, reason) = fresh ? (null, Afresh(stage)) : Find<T>(stage);
        if (kept is not null)
        {
            progress.Note(stage.Name, KeptNote);
            return StageResult.Done(kept);
        }

        if (reason is not null)
            progress.Note(stage.Name, $"again, as {reason}");
        Forget(stage);
        var made = await make();
        return made.Ok && (isWhole is null || isWhole(made.Value))
            ? StageResult.Done(Keep(stage, made.Value))
            : made;
    }

    /// <summary>
    /// Where a training stage keeps how far it has come. One that was stopped goes on from there when all that it depends
    /// on is as it was; with fresh results asked for, what is there is forgotten.
    /// </summary>
    public TrainingCheckpoint CheckpointOf(Stage stage)
    {
        var path = Path.ChangeExtension(PathOf(stage), ".checkpoint");
        if (fresh && File.Exists(path))
            File.Delete(path);
        return new(path, ContentHash.Of(string.Join('\n', stage.DependsOn)));
    }

    private string? Afresh(Stage stage) => File.Exists(PathOf(stage)) ? "every stage is to be made again" : null;

    private (T? Result, string? Reason) Find<T>(Stage stage)
        where T : class
    {
        if (!File.Exists(PathOf(stage)))
            return (null, null);
        if (StageRecord.Parse(File.ReadAllText(PathOf(stage))) is not { } record)
            return (null, "its record is damaged");
        if (record.Format != StageRecord.CurrentFormat)
            return (null, "its record is of another version");
        if ((Change(stage, record) ?? Damage(stage, record)) is { } reason)
            return (null, reason);
        return record.ResultAs<T>() is { } result ? (result, null) : (null, "its record is of another version");
    }

    private static string? Change(Stage stage, StageRecord record)
    {
        var now = stage.DependsOn.ToDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal);
        var then = record.DependsOn.ToDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal);
        var changed = stage.DependsOn.Concat(record.DependsOn).FirstOrDefault(
            item => now.GetValueOrDefault(item.Name) != then.GetValueOrDefault(item.Name));
        return changed is null ? null : $"{changed.Name} changed";
    }

    private string? Damage(Stage stage, StageRecord record)
    {
        if (!record.Files.Select(file => file.Name).SequenceEqual(stage.Files, StringComparer.Ordinal))
            return "its record is of another version";
        var damaged = record.Files.FirstOrDefault(
            file => !File.Exists(FileOf(file.Name)) || Hash(file.Name) != file.Sha256);
        return damaged is null ? null : $"{damaged.Name} was changed or is missing";
    }

    private void Forget(Stage stage)
    {
        if (File.Exists(PathOf(stage)))
            File.Delete(PathOf(stage));
    }

    // What is returned is what a later build will read: a resumed build can then not differ from an unbroken one.
    private T Keep<T>(Stage stage, T result)
        where T : class
    {
        var files = stage.Files.Select(name => new StageFile(name, Hash(name)));
        var text = StageRecord.Of(stage, files, result).Print();
        AtomicFile.Write(PathOf(stage), text);
        return StageRecord.Parse(text)?.ResultAs<T>()
            ?? throw new CompilerBugException(nameof(StageStore), $"the record of `{stage.Name}` cannot be read back");
    }

    private string Hash(string name) => ContentHash.OfFile(FileOf(name));

    private string FileOf(string name) => Path.Combine(folder, name);

    private string PathOf(Stage stage) => FileOf(RecordOf(stage.Name));
}
