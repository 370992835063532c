using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>A graph planned for one kind of vector: immutable, and used by many threads at once.</summary>
/// <param name="Steps">The operations that compute, in the graph's order, with their outputs' names.</param>
/// <param name="Places">Every tensor in a workspace's memory.</param>
internal sealed record EvaluationPlan(
    ImmutableArray<(string Output, FastOperation Operation)> Steps,
    ImmutableDictionary<string, TensorPlace> Places,
    Func<Workspace> EmptyWorkspace,
    ImmutableArray<ConstantOp> Constants)
{
    public static EvaluationPlan Of(IntegerGraph graph, InstructionPath path) => path switch
    {
        InstructionPath.Avx512 => Of<Avx512Lanes, Vector512<int>>(graph),
        InstructionPath.Avx2 => Of<Avx2Lanes, Vector256<int>>(graph),
        InstructionPath.Portable => Of<PortableLanes, Vector128<int>>(graph),
    };

    /// <summary>Memory for one thread, the constants in their places.</summary>
    public Workspace NewWorkspace()
    {
        var workspace = EmptyWorkspace();
        foreach (var constant in Constants)
            Places[constant.Output.Name].Write(workspace.Tensors, constant.Values.AsSpan());
        return workspace;
    }

    private static EvaluationPlan Of<TLanes, TVector>(IntegerGraph graph)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var memory = MemoryPlan.Of(graph, TLanes.Count);
        var planning = new OperationPlanning<TLanes, TVector>(graph, memory);
        var steps = ImmutableArray.CreateBuilder<(string, FastOperation)>();
        foreach (var op in graph.Operations)
        {
            if (op.Accept(planning) is { } operation)
                steps.Add((op.Output.Name, operation));
        }

        return new(
            steps.ToImmutable(),
            memory.Places,
            planning.Workspaces(),
            [.. graph.Operations.OfType<ConstantOp>().Where(op => memory.Places.ContainsKey(op.Output.Name))]);
    }
}
