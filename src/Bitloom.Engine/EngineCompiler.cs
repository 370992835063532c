using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>Compiles a verified integer graph for one engine.</summary>
public static class EngineCompiler
{
    /// <summary>The program with the least cycles that the options allow, or all that stands against it.</summary>
    public static Checked<EngineProgram> Compile(IntegerGraph graph, EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        Diagnostic[] faults = [.. EngineLimits.Check(graph), .. ShapeSearch.Check(options)];
        if (faults.Length > 0)
            return Checked.Failure<EngineProgram>(faults);
        var shapes = ShapeSearch.Candidates(options).ToArray();
        if (shapes.Length == 0)
            return Checked.Failure<EngineProgram>(ShapeSearch.NoShape(options));
        var widths = ProveWidths.Of(graph);
        return ShapeSearch.Best(graph, shapes, widths) is { } plan
            ? Checked.Success(AssembleProgram.Assemble(graph, plan, widths))
            : Checked.Failure<EngineProgram>(EngineLimits.OperandsInOneBank(graph));
    }
}
