using System.Globalization;
using Bitloom.Toolchain;

namespace Bitloom.Exploration;

/// <summary>Workers of this machine: their names tell of the process, which can be looked for.</summary>
internal static class LocalWorkers
{
    // PROCESS, NUMBER and the index of a session's runner, behind the machine's name, which may have dashes too.
    private const int PartsBehindTheMachine = 3;

    /// <summary>A name that no other process has, on this machine or another.</summary>
    public static string OwnName() => string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}");

    /// <summary>
    /// Gives back the trials of this machine's processes that are no more, so that nobody waits for the end of their
    /// leases. Of a store that machines share it asks too much: two of them may have one name.
    /// </summary>
    public static async Task ReleaseDeadAsync(IStudyStore store, string study, CancellationToken cancellation)
    {
        foreach (var trial in await store.TrialsAsync(study, cancellation))
        {
            if (trial is { State: TrialState.Running, Worker: { } worker } && HasEnded(worker))
                await store.ReleaseAsync(study, trial.Number, worker, cancellation);
        }
    }

    private static bool HasEnded(string worker)
    {
        var parts = worker.Split('-');
        return parts.Length > PartsBehindTheMachine
            && string.Join('-', parts[..^PartsBehindTheMachine]) == Environment.MachineName
            && int.TryParse(parts[^PartsBehindTheMachine], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            && !RunningProcess.Exists(process);
    }
}
