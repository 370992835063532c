using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Tests.Quantization;

/// <summary>Short ways to the objects under test.</summary>
internal static class QuantizedEncoders
{
    /// <summary>The integer encoder, which must exist.</summary>
    public static IntegerEncoder Integers(this QuantizedEncoder encoder, QuantizationOptions? options = null)
    {
        var result = EncoderQuantizer.Quantize(encoder, options ?? new QuantizationOptions());
        result.Ok.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return result.Value!;
    }

    /// <summary>Every tensor of random windows by the hardware-exact forward.</summary>
    public static EncoderTrace Trace(this IntegerEncoder encoder, int windows, int seed) =>
        new HardwareExactForward(encoder).Trace(encoder.Windows(windows, seed));

    /// <summary>Quantized random windows.</summary>
    public static int[] Windows(this IntegerEncoder encoder, int windows, int seed) =>
        HostQuantizer.Quantize(RandomEncoders.Windows(encoder.Shape, windows, seed), encoder.Input);

    /// <summary>The encoder with one tensor's quantizer changed.</summary>
    public static QuantizedEncoder With(
        this QuantizedEncoder encoder, string tensor, Func<TensorQuantizer, TensorQuantizer> change) =>
        encoder with { Tensors = encoder.Tensors.SetItem(tensor, change(encoder.Tensors[tensor])) };
}
