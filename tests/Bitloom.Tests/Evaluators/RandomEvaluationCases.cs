using System.Collections.Immutable;
using Bitloom.Engine;

namespace Bitloom.Tests.Evaluators;

/// <summary>Random encoders on engines of different shapes, with outputs in unbounded integers.</summary>
internal static class RandomEvaluationCases
{
    private const int Windows = 6;

    private static readonly ImmutableArray<EngineShape> Shapes =
        [new(4, 2, 1), new(6, 3, 3), new(5, 5, 1), new(3, 1, 1)];

    public static EvaluationCase Of(int seed)
    {
        var options = new RandomGraphOptions { Window = 2 + seed % 5, HeadDimension = 1 + seed % 3, Layers = 1 };
        var graph = RandomGraphs.Create(7000 + seed, options);
        var windows = Enumerable.Range(0, Windows).Select(w => RandomGraphs.Input(graph, 100 * seed + w)).ToArray();
        return new(
            graph,
            Shapes[seed % Shapes.Length],
            [.. windows.SelectMany(window => window)],
            [.. windows.SelectMany(window => ExactGraph.Output(graph, window))]);
    }
}
