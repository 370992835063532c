using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>What the simulation of a point said.</summary>
public enum PointCheck
{
    /// <summary>It has not been simulated.</summary>
    None,

    /// <summary>Every output and cycle was the integer graph's.</summary>
    Verified,

    /// <summary>Some were not: it must not be used.</summary>
    Differs,
}

/// <summary>A model of a trial as it is shown.</summary>
/// <param name="Id">The trial's number, a dot, and the index: a name within the study.</param>
/// <param name="Index">From 0, within the trial.</param>
/// <param name="Settings">Keys and values that make the project build this very model.</param>
/// <param name="Bits">In the order of the view's tensors; null where the model has no such tensor.</param>
/// <param name="Excess">By how much it is over the constraints and the device; 0: it is deployable.</param>
/// <param name="Front">No deployable point is as good in each objective and better in one.</param>
/// <param name="Report">The point's page, relative to the study's folder.</param>
public sealed record ViewPoint(
    string Id,
    int Trial,
    int Index,
    ImmutableSortedDictionary<string, string> Settings,
    ImmutableSortedDictionary<Measure, double> Measures,
    ImmutableArray<int?> Bits,
    double Excess,
    bool Front,
    PointCheck Check,
    string? Report);
