using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>
/// Estimated power of the device without its pins, milliwatts, and energy of an inference. What docs/power.md says of
/// the model's limits holds for all of it.
/// </summary>
/// <param name="ClockMegahertz">The clock that it is for.</param>
/// <param name="Static">While nothing switches.</param>
/// <param name="Dynamic">What an inference adds.</param>
/// <param name="Total">During an inference.</param>
/// <param name="Error">How far off <paramref name="Total"/> may be.</param>
/// <param name="Idle">While it waits for a window, its clock running.</param>
/// <param name="EnergyPerInference">Millijoules.</param>
/// <param name="Parts">Dynamic, by resource.</param>
/// <param name="Activity">What the circuit does in a cycle of an inference.</param>
/// <param name="IdleActivity">The same while it waits; null where it was not counted.</param>
/// <param name="Sources">Every number of the model.</param>
public sealed record PowerSection(
    double ClockMegahertz,
    double Static,
    double Dynamic,
    double Total,
    double Error,
    double Idle,
    double EnergyPerInference,
    ImmutableArray<PowerPartEntry> Parts,
    ActivityEntry Activity,
    ActivityEntry? IdleActivity,
    DutyCycleSection DutyCycle,
    ImmutableArray<PowerSourceEntry> Sources);

/// <summary>Dynamic power of one kind of resource, milliwatts.</summary>
/// <param name="Milliwatts">During an inference.</param>
/// <param name="Idle">While it waits.</param>
/// <param name="Error">How far off the power during an inference may be.</param>
public sealed record PowerPartEntry(string Name, double Milliwatts, double Idle, double Error);

/// <summary>Events in a cycle, of all parts together.</summary>
/// <param name="Cycles">Counted; 0 where the activity is assumed.</param>
public sealed record ActivityEntry(
    long Cycles, double LutToggles, double FlipFlopToggles, double CarryToggles, double BlockRamAccesses,
    double MultiplierOperations, double LargeRamAccesses, string Source);

/// <summary>A number of the power model.</summary>
/// <param name="Uncertainty">How far off it may be, as a share of it.</param>
/// <param name="Derived">Not published as such.</param>
public sealed record PowerSourceEntry(
    string Name, double Value, string Unit, double Uncertainty, bool Derived, string Source);
