namespace Bitloom.Exploration;

/// <summary>How far a study has come. Finished, failed, running and waiting trials make all of them.</summary>
/// <param name="Trials">How many there will be in all.</param>
/// <param name="Finished">Those with points.</param>
/// <param name="Failed">Those that ended without.</param>
/// <param name="Waiting">Those that nobody has begun, proposed or not.</param>
/// <param name="SecondsLeft">
/// When the trials to come last as long as those before and as many workers work; null when that is not known.
/// </param>
public sealed record StudyProgress(
    int Trials, int Finished, int Failed, int Running, int Waiting, double? SecondsLeft)
{
    internal static StudyProgress Of(StudyDefinition study, IReadOnlyList<Trial> trials)
    {
        var all = Math.Max(study.Trials, trials.Count);
        var ended = trials.Where(trial => trial.State == TrialState.Finished).ToArray();
        var failed = ended.Count(trial => trial.Result?.Points is not { IsDefaultOrEmpty: false });
        var running = trials.Count(trial => trial.State == TrialState.Running);
        return new(
            all, ended.Length - failed, failed, running, all - ended.Length - running,
            Left(all - ended.Length, running, ended));
    }

    private static double? Left(int open, int running, Trial[] ended)
    {
        if (open == 0)
            return 0;
        var seconds = ended.Select(trial => trial.Result?.Seconds ?? double.NaN).Where(double.IsFinite).ToArray();
        return running > 0 && seconds.Length > 0 ? open * seconds.Average() / running : null;
    }
}
