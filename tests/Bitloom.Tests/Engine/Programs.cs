using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Tests.Engine;

/// <summary>Programs for tests.</summary>
internal static class Programs
{
    /// <summary>Compiles for a pinned shape; fails the test on a diagnostic.</summary>
    public static EngineProgram Compile(IntegerGraph graph, EngineShape shape)
    {
        var compiled = EngineCompiler.Compile(graph, EngineOptions.Pinned(shape));
        compiled.Diagnostics.ShouldBeEmpty();
        return compiled.Value!;
    }
}
