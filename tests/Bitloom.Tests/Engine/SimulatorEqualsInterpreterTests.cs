using Bitloom.Engine;
using Bitloom.Interpreter;
using Bitloom.Tests.Graphs;

namespace Bitloom.Tests.Engine;

public sealed class SimulatorEqualsInterpreterTests
{
    private static readonly EngineShape[] Shapes =
    [
        new(1, 1, 1), new(6, 3, 1), new(6, 3, 3), new(8, 4, 2), new(12, 6, 2), new(4, 4, 4), new(5, 5, 1),
        new(3, 1, 1), new(12, 4, 4), new(16, 8, 1), new(2, 2, 2), new(6, 6, 3),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 240)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void EveryTensor_EqualsTheInterpreters_OnRandomGraphsAndShapes(int seed)
    {
        var graph = RandomGraphs.Create(seed);
        var program = Programs.Compile(graph, Shapes[seed % Shapes.Length]);
        var input = RandomGraphs.Input(graph, seed + 1000);

        var simulated = EngineSimulator.Run(program, input);

        var expected = GraphInterpreter.Run(graph, input);
        simulated.Output.ShouldBe(expected.Output);
        foreach (var entry in program.MemoryMap)
            simulated.Tensor(entry, graph.TensorOf(entry.Tensor).Format.Signed).ShouldBe(expected[entry.Tensor], entry.Tensor);
    }
}
