using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>
/// What an engine takes by the planes of its weights: all but the memories is estimated once; memories are planned anew.
/// </summary>
internal sealed class PlaneCosts
{
    // Planes so narrow need no logic beside the blocks.
    private const int LeastBits = 2;

    private readonly EngineProgram _program;
    private readonly EngineSection _engine;
    private readonly MeasureLimits _limits;
    private readonly WeightCosts _memories;
    private readonly ResourceEstimate _narrow;
    private readonly int _besideMemories;

    /// <param name="table">Shared by all engines of the section.</param>
    public PlaneCosts(EngineProgram program, EngineSection engine, MeasureLimits limits, PlaneTable table)
    {
        (_program, _engine, _limits) = (program, engine, limits);
        var parameters = program.Parameters;
        _memories = MemoryPlanner.WeightCosts(
            parameters, engine.Memories, engine.Device.MemoryBudget(), engine.LoadPort, table);
        var narrow = program with { Parameters = parameters with { Weights = parameters.Weights.Narrowed(LeastBits) } };
        var plan = CompileStage.Plan(narrow, engine);
        var structure = EstimateStage.Structure(narrow, plan, engine);
        _narrow = ResourceModelFile.Find(engine.Device.Synthesis).Estimate(structure);
        _besideMemories = _narrow.Luts - plan.Cost.Luts;
        IsTooSlow = ClockModelFile.Find(engine.Device.Synthesis)?.Estimate(structure) is { } clock
            && engine.Clock > clock.Megahertz * (1 + clock.Error.High);
    }

    /// <summary>Whether the clock is beyond reach, as far as is known.</summary>
    public bool IsTooSlow { get; }

    /// <summary>The costs with weights in these planes.</summary>
    public EngineCosts Of(WeightPlanes planes)
    {
        var memories = _memories.Of(planes);
        var taken = _narrow with
        {
            // A word that is read is registered.
            FlipFlops = _narrow.FlipFlops + _program.Parameters.Shape.G * (planes.ElementBits - LeastBits),
            Luts = _besideMemories + memories.Luts,
            LutMemory = memories.LutMemory,
            BlockUnits = memories.BlockUnits,
            Blocks = (double)memories.BlockUnits / _engine.Device.MemoryFamily().UnitsPerBlock,
        };
        var measures = EngineMeasures.Of(taken, _program.Schedule.Cycles, _engine);
        return new(measures, _limits.ExcessOf(measures));
    }
}
