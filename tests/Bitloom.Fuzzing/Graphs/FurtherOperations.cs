using Bitloom.Ir;

namespace Bitloom.Fuzzing;

/// <summary>
/// Puts tables and normalizations between the operations of a graph, masks softmaxes and adds outputs, as far as the
/// options ask for it. It draws from numbers of its own, so that a graph without them stays what it was.
/// </summary>
internal sealed class FurtherOperations(int seed, RandomGraphOptions options)
{
    private const int DeviationBits = 18;
    private const int RootBits = 24;

    private readonly Random random = new(unchecked(seed * 31 + 7));

    public IntegerGraph Apply(IntegerGraph graph)
    {
        var changed = graph;
        if (options.Lookups || options.Norms)
        {
            foreach (var op in graph.Operations.OfType<MatMulOp>().Where(_ => random.Next(3) == 0))
                changed = Insert(changed, op.Output);
        }

        if (options.Causal)
            changed = changed with { Operations = [.. changed.Operations.Select(Mask)] };
        if (options.SeveralOutputs && random.Next(2) == 0)
            changed = AddOutputs(changed);
        return changed;
    }

    private IntegerOp Mask(IntegerOp op) => op is SoftmaxOp softmax && random.Next(2) == 0 && softmax.Output.Columns > 1
        && softmax.Output.Rows % softmax.Output.Columns == 0 ? softmax with { Causal = true } : op;

    private IntegerGraph AddOutputs(IntegerGraph graph)
    {
        var more = graph.Operations
            .Where(op => op is MatMulOp { Kind: not MatMulKind.AttentionScores } or LookupOp or NormOp)
            .Select(op => op.Output.Name)
            .Where(name => !graph.Outputs.Contains(name) && random.Next(4) == 0);
        return graph with { Outputs = random.Next(2) == 0 ? [.. graph.Outputs, .. more] : [.. more, .. graph.Outputs] };
    }

    /// <summary>A table or a normalization of the tensor, which some of its readers read in its place.</summary>
    private IntegerGraph Insert(IntegerGraph graph, Tensor tensor)
    {
        var table = options.Lookups && (!options.Norms || random.Next(2) == 0);
        IntegerOp? op = table ? Lookup(tensor) : Norm(graph, tensor);
        if (op is null || graph.Producer(tensor.Name) is MatMulOp { Kind: MatMulKind.AttentionScores, Heads: > 1 })
            return graph;
        var place = graph.Operations.IndexOf(graph.Producer(tensor.Name)) + 1;
        var operations = graph.Operations.Select(reader => Redirect(reader, tensor.Name, op)).ToList();
        operations.Insert(place, op);
        var outputs = graph.Outputs.Select(name => name == tensor.Name ? op.Output.Name : name);
        var changed = graph with { Operations = [.. operations], Outputs = [.. outputs] };
        return Works(changed, op.Output.Name) ? new RemoveUnusedOperations().Run(changed) : graph;
    }

    private static bool Works(IntegerGraph graph, string made) =>
        (graph.Outputs.Contains(made) || graph.Operations.Any(op => op.Operands.Contains(made)))
        && graph.Operations.OfType<MatMulOp>().Select(op => ValueRanges.Of(graph, op))
            .All(widths => widths.AccumulatorBits <= 25 && widths.SumBits <= 48);

    private IntegerOp Redirect(IntegerOp reader, string from, IntegerOp made) => reader switch
    {
        MatMulOp product when product.A == from && random.Next(4) > 0 => product with { A = made.Output.Name },
        MatMulOp product when product.B == from && made.Output.Format.Signed && random.Next(2) == 0
            && (product.Kind == MatMulKind.Dense || made is LookupOp) => product with { B = made.Output.Name },
        MatMulOp { Epilogue: { Residual: { } term } epilogue } product
            when term.Tensor == from && product.A != made.Output.Name && random.Next(4) > 0 =>
            product with { Epilogue = epilogue with { Residual = term with { Tensor = made.Output.Name } } },
        _ => reader,
    };

    private LookupOp Lookup(Tensor tensor)
    {
        var format = new IntegerFormat(random.Next(2, tensor.Format.Bits + 1), tensor.Format.Signed);
        var output = tensor with { Name = tensor.Name + ".looked", Format = format };
        var entries = Enumerable.Range(0, 1 << tensor.Format.Bits)
            .Select(_ => random.Next(format.Minimum, format.Maximum + 1));
        return new(output, tensor.Name, [.. entries]);
    }

    private NormOp? Norm(IntegerGraph graph, Tensor tensor)
    {
        // All normalizations of an engine have the same width.
        var width = options.NormFeatures
            ?? graph.Operations.OfType<NormOp>().FirstOrDefault()?.Output.Columns ?? tensor.Columns;
        var (count, format) = ((long)tensor.Columns, tensor.Format);
        var centered = random.Next(2) == 0;
        var reach = count * (format.Maximum - format.Minimum);
        if (!format.Signed || tensor.Columns != width || IntegerArithmetic.SignedBits(-reach, reach) > DeviationBits)
            return null;
        var output = tensor with
        {
            Name = tensor.Name + ".normalized",
            Format = IntegerFormat.S(random.Next(2, format.Bits + 1)),
        };
        var epsilon = random.Next(1, random.Next(4) == 0 ? 1000 : 3);
        var shift = Math.Min(2 + IntegerArithmetic.SignedBits(-reach, reach), 20);
        var scale = Math.ScaleB(output.Format.Maximum / (1 + 3 * random.NextDouble()), shift);
        var most = 1L << RootBits;
        var gain = (long)Math.Clamp(Math.Floor(scale * scale), 1, Math.Min(most * most - 1.0, 1L << 46));
        while (IntegerArithmetic.ReciprocalRoot(gain, epsilon) >= most)
            gain /= 2;
        return new(output, tensor.Name, centered, gain, epsilon, shift);
    }
}
