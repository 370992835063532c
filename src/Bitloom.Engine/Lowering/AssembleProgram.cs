using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>Makes the program of a scheduled plan: encoded words, images, a proven schedule.</summary>
internal static class AssembleProgram
{
    /// <param name="proves">Whether the schedule is proven; it takes most of the time.</param>
    public static EngineProgram Assemble(
        IntegerGraph graph, EnginePlan plan, EngineParameters parameters, bool proves = true)
    {
        var program = new EngineProgram(
            graph.Name,
            parameters,
            plan.Instructions,
            plan.Allocation.Entries,
            ImageBuilder.Build(graph, plan.Allocation, parameters, plan.Instructions),
            CycleModel.Schedule(plan.Instructions, parameters.Inputs, graph.OutputCount));
        return proves && ScheduleVerifier.Verify(program) is [var hazard, ..]
            ? throw new CompilerBugException("AssembleProgram", hazard.ToString())
            : program;
    }
}
