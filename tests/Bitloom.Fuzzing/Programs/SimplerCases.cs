using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Fuzzing;

/// <summary>What a case can be replaced by to become simpler, the largest steps first.</summary>
internal static class SimplerCases
{
    private static readonly ImmutableArray<EngineShape> SmallShapes =
        [new(1, 1, 1), new(2, 1, 1), new(2, 2, 1), new(2, 2, 2), new(3, 3, 1), new(4, 2, 1)];

    /// <summary>Simpler cases for the same engine.</summary>
    public static IEnumerable<ProgramCase> OnTheSameEngine(ProgramCase origin)
    {
        var inputs = origin.Inputs.ToArray();
        if (inputs.Length > 1)
        {
            foreach (var input in inputs)
                yield return origin with { Windows = [.. input] };
        }

        if (origin.StallSeed != 0)
            yield return origin with { StallSeed = 0 };
        foreach (var graph in Graphs(origin.Graph))
            yield return origin with { Graph = graph };
        if (origin.Windows.Any(element => element != 0) && origin.Graph.InputTensor.Format.Contains(0))
            yield return origin with { Windows = [.. origin.Windows.Select(_ => 0)] };
    }

    /// <summary>The same case on smaller engines.</summary>
    public static IEnumerable<ProgramCase> OnSmallerEngines(ProgramCase origin)
    {
        if (origin.Kinds != new MemoryKinds())
            yield return origin with { Kinds = new() };
        foreach (var shape in SmallShapes.Where(shape => shape.Cells < origin.Shape.Cells))
            yield return origin with { Shape = shape };
    }

    private static IEnumerable<IntegerGraph> Graphs(IntegerGraph graph)
    {
        var unused = new RemoveUnusedOperations();
        foreach (var output in graph.Outputs.Where(_ => graph.Outputs.Length > 1))
            yield return unused.Run(graph with { Outputs = [output] });
        foreach (var op in graph.Operations.OfType<MatMulOp>().Where(op => !graph.Outputs.Contains(op.Output.Name)))
            yield return unused.Run(graph with { Outputs = [op.Output.Name] });
        foreach (var op in graph.Operations.OfType<SoftmaxOp>().Where(op => op.Causal))
            yield return Replace(graph, op with { Causal = false });
        foreach (var op in graph.Operations.OfType<MatMulOp>().Where(op => op.Epilogue.Residual is not null))
            yield return unused.Run(Replace(graph, op with { Epilogue = op.Epilogue with { Residual = null } }));
        foreach (var op in graph.Operations.OfType<MatMulOp>().Where(op => op.Epilogue.Multipliers.Length > 1))
            yield return Replace(graph, op with { Epilogue = Shared(op.Epilogue) });
        foreach (var op in graph.Operations.OfType<ConstantOp>())
        {
            if (op.Values.Any(value => value != 0))
                yield return Replace(graph, op with { Values = [.. op.Values.Select(_ => 0)] });
            if (op.Values.Any(value => value is not (0 or 1)))
                yield return Replace(graph, op with { Values = [.. op.Values.Select(value => value == 0 ? 0 : 1)] });
        }
    }

    private static Epilogue Shared(Epilogue epilogue) => epilogue with
    {
        Multipliers = [epilogue.Multipliers[0]],
        Offsets = [epilogue.Offsets[0]],
        Residual = epilogue.Residual is { } residual
            ? residual with { Multipliers = [residual.Multipliers[0]] }
            : null,
    };

    private static IntegerGraph Replace(IntegerGraph graph, IntegerOp replaced) => graph with
    {
        Operations = [.. graph.Operations.Select(op => op.Output.Name == replaced.Output.Name ? replaced : op)],
    };
}
