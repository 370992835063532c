namespace Bitloom.Pipeline;

/// <summary>What the user asked to simulate.</summary>
/// <param name="Build">The project, its settings and the place of the results.</param>
/// <param name="Windows">
/// Test windows at most; null: as many as the project says; <see cref="All"/>: all of them.
/// </param>
public sealed record SimulationRequest(BuildRequest Build, int? Windows)
{
    /// <summary>All test windows.</summary>
    public const int All = int.MaxValue;
}
