using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Quantization;

/// <summary>Every tensor of some windows as integers: by name, window after window, each row-major.</summary>
public sealed record EncoderTrace(int Windows, ImmutableSortedDictionary<string, int[]> Tensors)
{
    /// <summary>One window's values of a tensor.</summary>
    public ReadOnlySpan<int> Of(Tensor tensor, int window) =>
        Tensors[tensor.Name].AsSpan(window * tensor.Count, tensor.Count);
}
