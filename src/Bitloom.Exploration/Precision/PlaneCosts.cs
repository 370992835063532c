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
    private readonly ResourceEstimate _whole;
    private readonly int _besideMemories;

    public PlaneCosts(EngineProgram program, EngineSection engine, MeasureLimits limits)
    {
        (_program, _engine, _limits) = (program, engine, limits);
        var budget = engine.Device.MemoryBudget();
        _memories = MemoryPlanner.WeightCosts(program.Parameters, engine.Memories, budget, engine.LoadPort);
        _whole = EstimateStage.Resources(program, CompileStage.Plan(program, engine), engine);
        var narrow = program with
        {
            Parameters = program.Parameters with { Weights = program.Parameters.Weights.Narrowed(LeastBits) },
        };
        var plan = CompileStage.Plan(narrow, engine);
        _besideMemories = EstimateStage.Resources(narrow, plan, engine).Luts - plan.Cost.Luts;
        IsTooSlow = ClockModelFile.Find(engine.Device.Synthesis)?.Estimate(EstimateStage.Structure(program, plan, engine))
            is { } clock && engine.Clock > clock.Megahertz * (1 + clock.Error.High);
    }

    /// <summary>Whether the clock is beyond reach, as far as is known.</summary>
    public bool IsTooSlow { get; }

    /// <summary>The costs with weights in these planes.</summary>
    public EngineCosts Of(WeightPlanes planes)
    {
        var memories = _memories.Of(planes);
        var taken = _whole with
        {
            Luts = _besideMemories + memories.Luts,
            LutMemory = memories.LutMemory,
            BlockUnits = memories.BlockUnits,
            Blocks = (double)memories.BlockUnits / _engine.Device.MemoryFamily().UnitsPerBlock,
        };
        var measures = EngineMeasures.Of(taken, _program.Schedule.Cycles, _engine);
        return new(measures, _limits.ExcessOf(measures));
    }
}
