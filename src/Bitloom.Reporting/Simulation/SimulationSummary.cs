using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>What <c>bitloom simulate</c> found, as numbers; docs/report.md explains the keys.</summary>
public sealed record SimulationSummary
{
    /// <summary>The version of the JSON form: it grows when a key changes its meaning or goes away.</summary>
    public int SchemaVersion { get; } = 1;

    /// <summary>The project that was simulated.</summary>
    public required ProjectSection Project { get; init; }

    /// <summary>The program that simulated it.</summary>
    public required ToolEntry Tool { get; init; }

    /// <summary>True when nothing differs and the cycles are as predicted.</summary>
    public bool Verified =>
        Agreement.Length > 0 && Agreement.All(entry => entry is { Compared: > 0, Differences: 0 })
        && Cycles.Simulated == Cycles.Predicted;

    /// <summary>Test windows that were played with random stalls.</summary>
    public required int Windows { get; init; }

    /// <summary>Test windows that there are.</summary>
    public required int TestWindows { get; init; }

    /// <summary>Each comparison.</summary>
    public required ImmutableArray<AgreementEntry> Agreement { get; init; }

    /// <summary>Clock cycles of an inference.</summary>
    public required CyclesSection Cycles { get; init; }

    /// <summary>The external tools that took part.</summary>
    public required ImmutableArray<ToolEntry> Tools { get; init; }
}
