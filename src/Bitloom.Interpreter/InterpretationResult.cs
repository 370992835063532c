using System.Collections.Immutable;

namespace Bitloom.Interpreter;

/// <summary>Every tensor of one inference, row-major, by name.</summary>
/// <param name="OutputNames">The tensors that the host reads.</param>
public sealed record InterpretationResult(
    IReadOnlyDictionary<string, int[]> Tensors, ImmutableArray<string> OutputNames)
{
    /// <summary>The values that the host reads, one output after the other.</summary>
    public int[] Output => [.. OutputNames.SelectMany(name => Tensors[name])];

    /// <summary>The values of the tensor called <paramref name="name"/>.</summary>
    public int[] this[string name] => Tensors[name];
}
