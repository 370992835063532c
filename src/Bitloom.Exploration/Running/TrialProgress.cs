using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>How far a study is: trials, the best of each objective, and how many points its front has.</summary>
internal sealed class TrialProgress(StudyDefinition study, IStageProgress progress)
{
    private const string Stage = "explore";

    private readonly Lock _lock = new();
    private int _finished;

    public void Begin() => progress.Begin(Stage, study.Trials, "trials");

    /// <summary>Tells what has come since the last time.</summary>
    public void Show(IReadOnlyList<Trial> trials)
    {
        lock (_lock)
        {
            var finished = trials.Count(trial => trial.State == TrialState.Finished);
            if (finished > _finished)
                progress.Advance(finished - _finished, Summary(trials));
            _finished = Math.Max(_finished, finished);
        }
    }

    public void End(IReadOnlyList<Trial> trials)
    {
        Show(trials);
        progress.End(Summary(trials));
    }

    private string Summary(IReadOnlyList<Trial> trials)
    {
        var front = ParetoFront.Of(trials, study.Objectives);
        var best = study.Objectives.Select(objective => Best(front, objective));
        return front.IsEmpty
            ? "nothing fits so far"
            : string.Create(CultureInfo.InvariantCulture, $"front {front.Length}, best {string.Join(", ", best)}");
    }

    private static string Best(ImmutableArray<FrontPoint> front, Measure measure)
    {
        var least = front.Min(point => point.Point.Measures.GetValueOrDefault(measure, double.PositiveInfinity));
        return string.Create(
            CultureInfo.InvariantCulture, $"{measure.Name()} {least:G4}{(measure.Unit().Length > 0 ? " " : "")}{measure.Unit()}");
    }
}
