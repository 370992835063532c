using Bitloom.Diagnostics;
using Bitloom.Exploration;

namespace Bitloom.Cluster;

/// <summary>Does trials of the cluster's studies in this process.</summary>
public static class ClusterWorker
{
    /// <summary>
    /// Joins the cluster and works until it is cancelled; the trial at work is then given back. Faults are what the
    /// user must mend; none after a cancellation.
    /// </summary>
    /// <param name="open">Makes the runner of a study from its files, in a folder for these files alone.</param>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(
        ClusterOptions options, Func<byte[], string, ITrialRunner> open, IWorkerProgress progress,
        CancellationToken cancellation)
    {
        var opened = await ClusterDatabase.OpenAsync(options.Database, cancellation);
        if (!opened.Ok)
            return opened.Diagnostics;
        await using var database = opened.Value;
        var runners = new StudyRunners(database, options.Folder, open);
        IReadOnlyList<Diagnostic> faults = [];
        // Whoever was declared dead, say because the machine slept, comes back as somebody new.
        while (faults.Count == 0 && !cancellation.IsCancellationRequested)
            faults = await BelongAsync(options, database, runners, progress, cancellation);
        return faults;
    }

    private static async Task<IReadOnlyList<Diagnostic>> BelongAsync(
        ClusterOptions options, ClusterDatabase database, StudyRunners runners, IWorkerProgress progress,
        CancellationToken cancellation)
    {
        try
        {
            var started = await SiloHost.StartAsync(options, database, cancellation);
            if (!started.Ok)
                return started.Diagnostics;
            await using var silo = started.Value;
            progress.Joined(silo.Address.Endpoint.ToString());
            using var member = CancellationTokenSource.CreateLinkedTokenSource(cancellation, silo.Expelled);
            await new TrialLoop(options, database, silo, runners, progress).RunAsync(member.Token);
        }
        catch (ClusterException fault)
        {
            return [fault.Diagnostic];
        }
        catch (OperationCanceledException)
        {
            // By the caller, or by the others; the loop above knows which.
        }

        return [];
    }
}
