using Bitloom.Engine;

namespace Bitloom;

/// <summary>The device and the engine on it: the section <c>engine</c>. Sizes that are null are searched.</summary>
public sealed record EngineSettings : SectionSettings
{
    /// <summary>A known device, such as <c>xc7s15</c> or <c>ice40up5k</c>.</summary>
    public string? Device { get; init; }

    /// <summary>T, array rows.</summary>
    public int? Rows { get; init; }

    /// <summary>G, array columns; divides the rows.</summary>
    public int? Columns { get; init; }

    /// <summary>R, drain lanes; divides the columns.</summary>
    public int? Lanes { get; init; }

    /// <summary>MHz.</summary>
    public double? Clock { get; init; }

    /// <summary>What the search for the sizes makes least.</summary>
    public EngineGoal? Goal { get; init; }

    /// <summary>Whether other models can be loaded at run time.</summary>
    public bool? LoadPort { get; init; }
}
