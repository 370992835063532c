using Bitloom.Exploration;

namespace Bitloom.Cluster;

/// <summary>The runner of the study that was last worked on; its files are fetched once.</summary>
internal sealed class StudyRunners(ClusterDatabase database, string folder, Func<byte[], string, ITrialRunner> open)
{
    private (string Bundle, ITrialRunner Runner)? _last;

    public async Task<ITrialRunner> OfAsync(string study, string bundle, CancellationToken cancellation)
    {
        if (_last is { } last && last.Bundle == bundle)
            return last.Runner;
        var bytes = await Bundles.FetchAsync(database.Source, bundle, cancellation)
            ?? throw new ClusterException(ClusterFaults.DamagedBundle(database.Location, study));
        var runner = open(bytes, Path.Combine(folder, bundle));
        _last = (bundle, runner);
        return runner;
    }
}
