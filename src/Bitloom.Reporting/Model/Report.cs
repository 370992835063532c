using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>
/// All that a build has to say, as numbers. The JSON, HTML and console forms are pure functions of it. A section is
/// null, a list empty, when its stage did not run. docs/report.md explains every key.
/// </summary>
public sealed record Report
{
    /// <summary>The version of the JSON form: it grows when a key changes its meaning or goes away.</summary>
    public int SchemaVersion { get; } = 1;

    /// <summary>The project that was built.</summary>
    public required ProjectSection Project { get; init; }

    /// <summary>The program that built it.</summary>
    public required ToolEntry Tool { get; init; }

    /// <summary>True when all comparisons were made and none found a difference: <see cref="Verification"/>.</summary>
    public bool Verified => Verification.Holds(this);

    /// <summary>Sentences drawn from the numbers by <see cref="FindingRules"/>.</summary>
    public ImmutableArray<Finding> Findings => FindingRules.Apply(this);

    /// <summary>The data and its split.</summary>
    public DataSection? Data { get; init; }

    /// <summary>The shape of the model.</summary>
    public ModelSection? Model { get; init; }

    /// <summary>How training went.</summary>
    public TrainingSection? Training { get; init; }

    /// <summary>The error on the test split, stage by stage.</summary>
    public AccuracySection? Accuracy { get; init; }

    /// <summary>A stretch of forecasts; null for other tasks.</summary>
    public ForecastSection? Forecast { get; init; }

    /// <summary>How classes were told apart; null for other tasks.</summary>
    public ClassificationSection? Classification { get; init; }

    /// <summary>Anomaly scores; null for other tasks.</summary>
    public DetectionSection? Detection { get; init; }

    /// <summary>Each pair of stages that was compared.</summary>
    public ImmutableArray<AgreementEntry> Agreement { get; init; } = [];

    /// <summary>Clock cycles of an inference.</summary>
    public CyclesSection? Cycles { get; init; }

    /// <summary>The engine's size and cells.</summary>
    public EngineSection? Engine { get; init; }

    /// <summary>The instructions, in order, with their cycles.</summary>
    public ImmutableArray<InstructionEntry> Program { get; init; } = [];

    /// <summary>The engine's memories.</summary>
    public ImmutableArray<MemoryEntry> Memories { get; init; } = [];

    /// <summary>Which tensor lies where and when.</summary>
    public ImmutableArray<MemoryUseEntry> MemoryMap { get; init; } = [];

    /// <summary>What narrower weights would free.</summary>
    public ImmutableArray<SavingEntry> Savings { get; init; } = [];

    /// <summary>What the accelerator takes of the device.</summary>
    public ResourceSection? Resources { get; init; }

    /// <summary>Power and energy; null where nothing was synthesized.</summary>
    public PowerSection? Power { get; init; }

    /// <summary>How values become what the engine reads, and what it answers values.</summary>
    public HostSection? Host { get; init; }

    /// <summary>The bitstream; null where none was made.</summary>
    public RoutingSection? Routing { get; init; }

    /// <summary>The proven rounding error of each operation.</summary>
    public ImmutableArray<ErrorBoundEntry> ErrorBounds { get; init; } = [];

    /// <summary>How far each tensor is from real arithmetic.</summary>
    public ImmutableArray<QuantizationErrorEntry> QuantizationErrors { get; init; } = [];

    /// <summary>The external tools that took part.</summary>
    public ImmutableArray<ToolEntry> Tools { get; init; } = [];
}
