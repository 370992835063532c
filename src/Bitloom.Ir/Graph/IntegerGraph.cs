using System.Collections.Immutable;

namespace Bitloom.Ir;

/// <summary>
/// A model in integers: operations in an order in which each reads only earlier outputs, one <see cref="InputOp"/>,
/// one output tensor. Valid when <c>GraphVerifier</c> finds nothing.
/// </summary>
/// <param name="Output">Name of the tensor that the host reads.</param>
public sealed record IntegerGraph(string Name, ImmutableArray<IntegerOp> Operations, string Output)
{
    /// <summary>The tensor that the host streams in.</summary>
    public Tensor InputTensor => Operations.OfType<InputOp>().Single().Output;

    /// <summary>The tensor that the host reads.</summary>
    public Tensor OutputTensor => TensorOf(Output);

    /// <summary>The operation whose output is <paramref name="tensor"/>.</summary>
    public IntegerOp Producer(string tensor) => Operations.First(op => op.Output.Name == tensor);

    /// <summary>The tensor called <paramref name="name"/>.</summary>
    public Tensor TensorOf(string name) => Producer(name).Output;
}
