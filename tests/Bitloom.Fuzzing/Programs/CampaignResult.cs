using System.Collections.Immutable;

namespace Bitloom.Fuzzing;

/// <summary>What random programs have shown.</summary>
/// <param name="Programs">Programs played.</param>
/// <param name="Refused">Graphs that the compiler refused with a diagnostic.</param>
/// <param name="Windows">Windows played, each at full speed and stalled.</param>
/// <param name="Outputs">Output elements compared in one of the two.</param>
/// <param name="Cycles">Engine cycles at full speed.</param>
public sealed record CampaignResult(
    int Programs, int Refused, long Windows, long Outputs, long Cycles, ImmutableArray<CaseFailure> Failures)
{
    /// <summary>Nothing yet.</summary>
    public static CampaignResult None { get; } = new(0, 0, 0, 0, 0, []);

    /// <summary>Both together.</summary>
    public CampaignResult With(CampaignResult other) => new(
        Programs + other.Programs, Refused + other.Refused, Windows + other.Windows, Outputs + other.Outputs,
        Cycles + other.Cycles, Failures.AddRange(other.Failures));
}
