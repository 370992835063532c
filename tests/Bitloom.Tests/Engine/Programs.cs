using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Tests.Engine;

/// <summary>Programs for tests.</summary>
internal static class Programs
{
    /// <summary>Shapes of every kind: single cells, R = G, R = 1, sizes that divide little.</summary>
    public static readonly ImmutableArray<EngineShape> Shapes =
    [
        new(1, 1, 1), new(6, 3, 1), new(6, 3, 3), new(8, 4, 2), new(12, 6, 2), new(4, 4, 4), new(5, 5, 1),
        new(3, 1, 1), new(12, 4, 4), new(16, 8, 1), new(2, 2, 2), new(6, 6, 3), new(32, 16, 16),
    ];

    /// <summary>Compiles for a pinned shape; fails the test on a diagnostic.</summary>
    public static EngineProgram Compile(IntegerGraph graph, EngineShape shape)
    {
        var compiled = EngineCompiler.Compile(graph, EngineOptions.Pinned(shape));
        compiled.Diagnostics.ShouldBeEmpty();
        return compiled.Value!;
    }
}
