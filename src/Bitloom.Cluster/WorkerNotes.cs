using System.Globalization;
using Bitloom.Pipeline;

namespace Bitloom.Cluster;

/// <summary>Tells who works on a study, when that has changed.</summary>
internal sealed class WorkerNotes(IStageProgress progress)
{
    private const string Stage = "workers";

    private int? _workers;

    /// <summary>How many there are, when that is another number than the last time.</summary>
    public void Show(IReadOnlyList<WorkerState> workers)
    {
        if (workers.Count == _workers)
            return;
        _workers = workers.Count;
        progress.Note(Stage, workers.Count == 0
            ? "none yet; start some with `bitloom worker --database URL`"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{workers.Count}: {string.Join(", ", workers.Select(worker => $"{worker.Name} ({worker.Address})"))}"));
    }
}
