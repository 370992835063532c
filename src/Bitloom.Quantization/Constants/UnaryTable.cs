using Bitloom.Ir;
using Bitloom.Tensors;

namespace Bitloom.Quantization.Constants;

/// <summary>The table of a function (docs/arithmetic.md).</summary>
internal static class UnaryTable
{
    /// <summary>The step from x to f(x).</summary>
    public static LookupStep Step(Tensor x, Tensor y, UnaryFunction function) => new(
        y,
        x.Name,
        function,
        [.. Enumerable.Range(x.Format.Minimum, 1 << x.Format.Bits)
            .Select(q => HostQuantizer.Quantize(function.Of(HostQuantizer.Dequantize(q, x)), y))]);
}
