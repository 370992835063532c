using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>What the memories of a compiled model would take with narrower weights.</summary>
internal static class NarrowWeights
{
    /// <summary>The cost with weights of at most so many bits, planned again for the same device.</summary>
    public static MemoryCost Cost(EngineParameters parameters, EngineSection engine, int bits)
    {
        var narrow = parameters with { Weights = parameters.Weights.Narrowed(bits) };
        return MemoryPlanner.Plan(narrow, engine.Memories, engine.Device.MemoryBudget(), engine.LoadPort).Cost;
    }
}
