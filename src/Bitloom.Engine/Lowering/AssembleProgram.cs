using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>Makes the program of a scheduled plan: encoded words, images, a proven schedule.</summary>
internal static class AssembleProgram
{
    public static EngineProgram Assemble(IntegerGraph graph, EnginePlan plan, EngineParameters parameters)
    {
        var program = new EngineProgram(
            graph.Name,
            parameters,
            plan.Instructions,
            plan.Allocation.Entries,
            ImageBuilder.Build(graph, plan.Allocation, parameters, plan.Instructions),
            CycleModel.Schedule(plan.Instructions, parameters.Inputs, graph.OutputCount));
        return ScheduleVerifier.Verify(program) is [var hazard, ..]
            ? throw new CompilerBugException("AssembleProgram", hazard.ToString())
            : program;
    }
}
