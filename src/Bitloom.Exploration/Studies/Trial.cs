using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>How far a trial has come.</summary>
public enum TrialState
{
    /// <summary>Proposed; nobody works on it.</summary>
    Waiting,

    /// <summary>A worker has it, until its lease ends.</summary>
    Running,

    /// <summary>It has a result, which never changes but for verifications.</summary>
    Finished,
}

/// <summary>Settings that a search tries, and what came of them.</summary>
/// <param name="Number">From 0, in the order in which they were proposed.</param>
/// <param name="Generation">From 0; a generation is proposed when all of the one before are finished.</param>
/// <param name="Settings">Values by the key of the project file.</param>
/// <param name="Worker">Who has it, or had it.</param>
/// <param name="Result">When it is finished.</param>
public sealed record Trial(
    int Number,
    int Generation,
    ImmutableSortedDictionary<string, string> Settings,
    TrialState State,
    string? Worker = null,
    TrialResult? Result = null);

/// <summary>What came of a trial.</summary>
/// <param name="Points">Models for the device, each with widths and an engine of its own; empty when there are none.</param>
/// <param name="Epochs">Passes over the training windows that they took.</param>
/// <param name="Seconds">Wall clock.</param>
/// <param name="Fault">Why there are no points, in the words of a diagnostic; null when there are some.</param>
public sealed record TrialResult(
    ImmutableArray<TrialPoint> Points, int Epochs, double Seconds, string? Fault = null);

/// <summary>One model of a trial.</summary>
/// <param name="Measures">All that is known of it.</param>
/// <param name="Bits">The width of each tensor and weight matrix, by name.</param>
/// <param name="Settings">Keys and values that make the project build this very model.</param>
/// <param name="Excess">
/// By how much it is over the constraints and the device, each as a share of the limit, summed; 0: it is deployable.
/// </param>
/// <param name="Verification">Null while it has not been simulated.</param>
public sealed record TrialPoint(
    ImmutableSortedDictionary<Measure, double> Measures,
    ImmutableSortedDictionary<string, int> Bits,
    ImmutableSortedDictionary<string, string> Settings,
    double Excess,
    PointVerification? Verification = null)
{
    /// <summary>The task's metric on the test part, in its own units; nothing is chosen by it.</summary>
    public double? TestScore { get; init; }
}

/// <summary>The simulation of a point's RTL.</summary>
/// <param name="Windows">Windows of the test part that were played.</param>
/// <param name="Differences">Outputs and cycles that differ from the integer graph's; 0: it is verified.</param>
/// <param name="Report">The point's page, relative to the study's folder.</param>
public sealed record PointVerification(int Windows, int Differences, string? Report);
