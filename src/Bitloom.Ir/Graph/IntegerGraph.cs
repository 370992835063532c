using System.Collections.Immutable;

namespace Bitloom.Ir;

/// <summary>
/// A model in integers: operations in an order in which each reads only earlier outputs, one <see cref="InputOp"/>,
/// one or more output tensors. Valid when <c>GraphVerifier</c> finds nothing.
/// </summary>
/// <param name="Outputs">Names of the tensors that the host reads, in the order in which they are streamed.</param>
public sealed record IntegerGraph(string Name, ImmutableArray<IntegerOp> Operations, params ImmutableArray<string> Outputs)
{
    /// <summary>The tensor that the host streams in.</summary>
    public Tensor InputTensor => Operations.OfType<InputOp>().Single().Output;

    /// <summary>The tensors that the host reads, in the order in which they are streamed.</summary>
    public IEnumerable<Tensor> OutputTensors => Outputs.Select(TensorOf);

    /// <summary>Elements of all outputs together.</summary>
    public int OutputCount => OutputTensors.Sum(tensor => tensor.Count);

    /// <summary>The operation whose output is <paramref name="tensor"/>.</summary>
    public IntegerOp Producer(string tensor) => Operations.First(op => op.Output.Name == tensor);

    /// <summary>The tensor called <paramref name="name"/>.</summary>
    public Tensor TensorOf(string name) => Producer(name).Output;
}
