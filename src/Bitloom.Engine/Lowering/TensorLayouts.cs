using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>The layouts that a graph's tensors need on an engine of one shape, by how they are read.</summary>
internal sealed class TensorLayouts(IntegerGraph graph, EngineShape shape)
{
    private readonly Dictionary<string, List<TensorReference>> demands = Demands(graph, shape);

    /// <summary>The layouts in which the tensor is read, in a fixed order.</summary>
    public IReadOnlyList<TensorReference> Demanded(string tensor) => demands.GetValueOrDefault(tensor, []);

    /// <summary>The tensor as A operand, residual, scores or output.</summary>
    public TensorReference Activation(string tensor) => Activation(graph, shape, tensor);

    /// <summary>The tensor as the keys of a score.</summary>
    public TensorReference Key(string tensor) => Key(graph, shape, tensor);

    /// <summary>The tensor as B operand of a product or a context whose columns fall into blocks.</summary>
    public TensorReference Row(string tensor, int blocks = 1) => Row(graph, shape, tensor, blocks);

    /// <summary>Heads that a tensor stacks by rows.</summary>
    public static int Heads(IntegerGraph graph, string tensor) => graph.Producer(tensor) switch
    {
        MatMulOp { Kind: MatMulKind.AttentionScores } scores => scores.Heads,
        SoftmaxOp softmax => Heads(graph, softmax.Scores),
        LookupOp lookup => Heads(graph, lookup.Input),
        _ => 1,
    };

    /// <summary>Blocks that a context's B operand needs: heads that fill their tiles need no own ones.</summary>
    public static int ContextBlocks(EngineShape shape, MatMulOp context) =>
        context.Output.Columns / context.Heads % shape.G == 0 ? 1 : context.Heads;

    private static Dictionary<string, List<TensorReference>> Demands(IntegerGraph graph, EngineShape shape)
    {
        var found = new Dictionary<string, List<TensorReference>>(StringComparer.Ordinal);
        foreach (var reference in References(graph, shape).Distinct())
        {
            if (!found.TryGetValue(reference.Tensor, out var list))
                found.Add(reference.Tensor, list = []);
            list.Add(reference);
        }

        return found;
    }

    private static IEnumerable<TensorReference> References(IntegerGraph graph, EngineShape shape)
    {
        foreach (var op in graph.Operations)
        {
            if (op is SoftmaxOp softmax)
                yield return Activation(graph, shape, softmax.Scores);
            if (op is NormOp norm)
                yield return Activation(graph, shape, norm.Input);
            if (op is not MatMulOp product)
                continue;
            yield return Activation(graph, shape, product.A);
            yield return BOperand(graph, shape, product);
            if (product.Epilogue.Residual is { } residual)
                yield return Activation(graph, shape, residual.Tensor);
        }

        foreach (var output in graph.Outputs)
            yield return Activation(graph, shape, output);
    }

    private static TensorReference BOperand(IntegerGraph graph, EngineShape shape, MatMulOp product) =>
        product.Kind switch
        {
            MatMulKind.Dense => Row(graph, shape, product.B, blocks: 1),
            MatMulKind.AttentionScores => Key(graph, shape, product.B),
            MatMulKind.AttentionContext => Row(graph, shape, product.B, ContextBlocks(shape, product)),
        };

    private static TensorReference Activation(IntegerGraph graph, EngineShape shape, string tensor)
    {
        var (whole, heads) = (graph.TensorOf(tensor), Heads(graph, tensor));
        return new(tensor, new(LayoutKind.Activation, shape, whole.Rows / heads, whole.Columns, heads));
    }

    private static TensorReference Key(IntegerGraph graph, EngineShape shape, string tensor) =>
        new(tensor, new(LayoutKind.Key, shape, graph.TensorOf(tensor).Rows, graph.TensorOf(tensor).Columns));

    private static TensorReference Row(IntegerGraph graph, EngineShape shape, string tensor, int blocks) =>
        new(tensor, new(LayoutKind.Row, shape, graph.TensorOf(tensor).Rows, graph.TensorOf(tensor).Columns, blocks));
}
