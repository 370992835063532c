using Orleans.Configuration;

namespace Bitloom.Cluster;

/// <summary>How soon a killed worker is noticed: after three probes, so in some six seconds.</summary>
internal static class Membership
{
    /// <summary>After this time a call is tried again.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(2);

    // Two must say that a silo is dead, and its own one neighbor when no others are left: that is Orleans' rule.
    public static void Configure(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = Probe;
        options.MaxProbeTimeout = Probe;
        options.NumMissedProbesLimit = 3;
        options.NumVotesForDeathDeclaration = 2;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        options.DeathVoteExpirationTimeout = TimeSpan.FromSeconds(60);
        // Who comes into a cluster of killed workers waits until their last sign of life is so many of these old.
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(4);
        options.NumMissedTableIAmAliveLimit = 3;
        options.MaxJoinAttemptTime = TimeSpan.FromMinutes(2);
    }
}
