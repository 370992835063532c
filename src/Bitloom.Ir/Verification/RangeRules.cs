using Bitloom.Diagnostics;

namespace Bitloom.Ir;

/// <summary>No intermediate value of any input leaves 64 bits, so that checked evaluators never throw.</summary>
internal static class RangeRules
{
    public static void Check(IntegerGraph graph, Violations violations)
    {
        foreach (var op in graph.Operations.OfType<MatMulOp>())
            violations.Require(Fits(graph, op), op.Output.Name, $"has an epilogue that can leave 64 bits");
    }

    private static bool Fits(IntegerGraph graph, MatMulOp op)
    {
        try
        {
            _ = ValueRanges.Of(graph, op);
            return true;
        }
        catch (CompilerBugException)
        {
            return false;
        }
    }
}
