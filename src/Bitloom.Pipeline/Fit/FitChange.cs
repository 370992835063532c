using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>What a change gives up to make an accelerator fit.</summary>
internal enum FitCost
{
    /// <summary>Nothing, or cycles alone.</summary>
    Cycles,

    /// <summary>Accuracy as well: the model is to be trained again.</summary>
    Accuracy,

    /// <summary>Another device.</summary>
    Device,
}

/// <summary>A change of the project with which the accelerator fits, compiled and estimated.</summary>
/// <param name="Settings">Keys and values, as <c>--set</c> takes them.</param>
/// <param name="Changed">The project with them.</param>
/// <param name="Cycles">Of an inference.</param>
/// <param name="Before">The same of the project as it is.</param>
internal sealed record FitChange(
    ImmutableArray<string> Settings, FitCost Cost, Project Changed, long Cycles, long Before)
{
    /// <summary>The settings, and what they cost.</summary>
    public override string ToString()
    {
        var cycles = Cycles == Before
            ? "as many cycles as now"
            : string.Create(CultureInfo.InvariantCulture, $"{Cycles:#,0} cycles instead of {Before:#,0}");
        return $"{string.Join(", ", Settings)} ({cycles}{(Cost == FitCost.Accuracy ? ", to be trained again" : "")})";
    }
}
