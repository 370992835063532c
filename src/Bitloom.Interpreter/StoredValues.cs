using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>
/// What the memories could hold: each stored value is within its tensor's format and its operation's clamp.
/// </summary>
internal static class StoredValues
{
    public static void Require(IntegerOp operation, int[] values)
    {
        var tensor = operation.Output;
        if (values.Length != tensor.Count)
            throw Fault(tensor, $"has {values.Length} values instead of {tensor.Rows} x {tensor.Columns}");
        var (minimum, maximum) = Bounds(operation);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] < minimum || values[i] > maximum)
            {
                var place = $"[{i / tensor.Columns}, {i % tensor.Columns}]";
                throw Fault(tensor, $"{place} is {values[i]}, outside {minimum} .. {maximum} ({tensor.Format})");
            }
        }
    }

    private static (int Minimum, int Maximum) Bounds(IntegerOp operation)
    {
        var format = operation.Output.Format;
        return operation is MatMulOp { Epilogue: var epilogue }
            ? (Math.Max(format.Minimum, epilogue.Minimum), Math.Min(format.Maximum, epilogue.Maximum))
            : (format.Minimum, format.Maximum);
    }

    private static CompilerBugException Fault(Tensor tensor, string message) =>
        new($"interpreter, tensor '{tensor.Name}'", message);
}
