using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>An engine for activations and weights of at most some bits.</summary>
/// <param name="Words">Of the weight memory, a matrix each.</param>
/// <param name="CostsOf">What it takes with weights in these planes.</param>
public sealed record EngineCandidate(
    EngineShape Shape, long Cycles, ImmutableArray<int> Words, Func<WeightPlanes, EngineCosts> CostsOf);

/// <summary>What an engine takes.</summary>
/// <param name="Measures">All that is known without training.</param>
/// <param name="Excess">By how much it is over device and constraints (<see cref="TrialPoint.Excess"/>).</param>
public sealed record EngineCosts(ImmutableSortedDictionary<Measure, double> Measures, double Excess);

/// <summary>The engines to choose from.</summary>
/// <param name="Shapes">Their sizes.</param>
/// <param name="Of">The engine of a size for activation and weight bits; null where there is none.</param>
public sealed record EngineSpace(
    ImmutableArray<EngineShape> Shapes, Func<EngineShape, int, int, EngineCandidate?> Of);

/// <summary>Widths and an engine for them.</summary>
/// <param name="Bits">Of every tensor, by name.</param>
/// <param name="Loss">The sum of the increases.</param>
public sealed record PrecisionSolution(
    ImmutableSortedDictionary<string, int> Bits, double Loss, EngineCandidate Engine, EngineCosts Costs);
