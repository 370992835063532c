namespace Bitloom.Interpreter;

/// <summary>Every tensor of one inference, row-major, by name.</summary>
/// <param name="OutputName">The tensor that the host reads.</param>
public sealed record InterpretationResult(IReadOnlyDictionary<string, int[]> Tensors, string OutputName)
{
    /// <summary>The values that the host reads.</summary>
    public int[] Output => Tensors[OutputName];

    /// <summary>The values of the tensor called <paramref name="name"/>.</summary>
    public int[] this[string name] => Tensors[name];
}
