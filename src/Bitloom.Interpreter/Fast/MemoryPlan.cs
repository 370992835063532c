using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>
/// Places of all tensors that are kept in memory. Activations share it when they are not needed at the same time;
/// constants that are no packed weights keep their places.
/// </summary>
/// <param name="Length">Elements of the memory, with room for a vector beyond the last tensor.</param>
internal sealed record MemoryPlan(ImmutableDictionary<string, TensorPlace> Places, int Length)
{
    private readonly record struct Tenant(int Offset, int Length, int Birth, int Death);

    public static MemoryPlan Of(IntegerGraph graph, int lanes)
    {
        var places = ImmutableDictionary.CreateBuilder<string, TensorPlace>(StringComparer.Ordinal);
        var tenants = new List<Tenant>();
        for (var index = 0; index < graph.Operations.Length; index++)
        {
            var operation = graph.Operations[index];
            if (operation is ConstantOp && OnlyPacked(graph, operation.Output.Name))
                continue;
            var (rows, columns) = (operation.Output.Rows, operation.Output.Columns);
            var stride = RoundUp(columns, lanes);
            var tenant = Settle(tenants, rows * stride, Life(graph, operation, index));
            tenants.Add(tenant);
            places.Add(operation.Output.Name, new(tenant.Offset, stride, rows, columns));
        }

        return new(places.ToImmutable(), tenants.Max(tenant => tenant.Offset + tenant.Length) + lanes);
    }

    public static int RoundUp(int count, int lanes) => (count + lanes - 1) / lanes * lanes;

    /// <summary>True for a constant that is read as the B operand of products and in no other way.</summary>
    public static bool OnlyPacked(IntegerGraph graph, string tensor) =>
        !graph.Outputs.Contains(tensor)
        && graph.Operations.All(op => !op.Operands.Contains(tensor)
            || (op is MatMulOp product && product.A != tensor && product.Epilogue.Residual?.Tensor != tensor));

    private static (int Birth, int Death) Life(IntegerGraph graph, IntegerOp operation, int index)
    {
        var name = operation.Output.Name;
        var end = graph.Operations.Length;
        return operation is ConstantOp ? (0, end)
            : graph.Outputs.Contains(name) ? (index, end)
            : (index, LastRead(graph, name, index));
    }

    private static int LastRead(IntegerGraph graph, string tensor, int index)
    {
        for (var reader = graph.Operations.Length - 1; reader > index; reader--)
        {
            if (graph.Operations[reader].Operands.Contains(tensor))
                return reader;
        }

        return index;
    }

    /// <summary>The lowest place that is free during the whole life.</summary>
    private static Tenant Settle(List<Tenant> tenants, int length, (int Birth, int Death) life)
    {
        var offset = 0;
        var neighbors = tenants.Where(other => other.Birth <= life.Death && life.Birth <= other.Death);
        foreach (var other in neighbors.OrderBy(other => other.Offset))
        {
            if (other.Offset >= offset + length)
                break;
            offset = Math.Max(offset, other.Offset + other.Length);
        }

        return new(offset, length, life.Birth, life.Death);
    }
}
