using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;

namespace Bitloom.Exploration;

/// <summary>What the user asked to search.</summary>
/// <param name="Build">The project; results go to the folder <c>explore</c> in its output folder.</param>
public sealed record ExploreRequest(BuildRequest Build)
{
    /// <summary>Where studies are kept (<see cref="StudyStores"/>); null: a file in the folder.</summary>
    public string? Store { get; init; }

    /// <summary>
    /// The PostgreSQL database of a cluster, whose workers run the trials and which then is the store; null: they run here.
    /// </summary>
    public string? Cluster { get; init; }

    /// <summary>Name of the study; null: the project's.</summary>
    public string? Name { get; init; }

    /// <summary>Trials at once; null: as many as processors.</summary>
    public int? Jobs { get; init; }

    /// <summary>Whether the RTL of the front is simulated at the end.</summary>
    public bool Verifies { get; init; } = true;
}

/// <summary>What a search has come to.</summary>
/// <param name="Folder">Of the study.</param>
/// <param name="Front">Deployable points that no other one beats, the least of the first objective first.</param>
public sealed record ExploreResult(
    BuildOutcome Outcome, ImmutableArray<Diagnostic> Diagnostics, StudyDefinition? Study = null, string? Folder = null,
    ImmutableArray<FrontPoint> Front = default, int Finished = 0)
{
    /// <summary>The study's page, relative to its folder.</summary>
    public static string PageOf(StudyDefinition study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return $"{study.Name}.html";
    }
}
