using Bitloom.Diagnostics;
using Bitloom.Pipeline;

namespace Bitloom;

/// <summary>The stages of one design in one output folder.</summary>
/// <param name="Folder">The output folder, rooted.</param>
internal sealed record Session(Design Design, string Folder, IStageProgress Progress)
{
    /// <summary>What the stages work on. External programs are looked for by those who run them.</summary>
    public BuildInputs Inputs { get; } = new(
        Design.Project, Design.Data, BuildTools.Installed, [], Folder, Design.Warnings);

    /// <summary>The training; of several seeds, a caller trains each in a folder of its own.</summary>
    public TrainingRun Run => new(Design.Project.Training.Seed);

    /// <summary>The session with one more section of settings.</summary>
    public Session With(string section, SectionSettings settings) =>
        new(Design.With(section, settings), Folder, Progress);

    /// <summary>The session with one more setting.</summary>
    public Session With(KeyValuePair<string, string> setting) => new(Design.With(setting), Folder, Progress);

    /// <summary>Runs a stage, alone in the folder.</summary>
    /// <exception cref="BitloomException">It stopped.</exception>
    public async Task<T> RunAsync<T>(Func<BuildInputs, Task<StageResult<T>>> stage)
        where T : class
    {
        Diagnostic[] faults = [.. OutputFolder.Check(Folder)];
        return faults.Length > 0
            ? throw new BitloomException(BuildOutcome.UserFault, faults)
            : BitloomException.ValueOf(await OutputSession.RunAsync(Folder, () => stage(Inputs)));
    }
}
