using System.Collections.Immutable;
using Bitloom.Ir;
using Bitloom.Quantization;
using Bitloom.Reporting;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>What quantization does to each tensor.</summary>
internal static class QuantizationReport
{
    private const int MostWindows = 256;

    /// <param name="windows">Real windows, of which the first are taken.</param>
    public static ImmutableArray<QuantizationErrorEntry> Of(
        FakeQuantizedEncoder trained, IntegerEncoder encoder, ReadOnlySpan<float> windows)
    {
        var size = encoder.Input.Count;
        var taken = windows[..(Math.Min(windows.Length / size, MostWindows) * size)];
        if (taken.IsEmpty)
            return [];
        var trace = new HardwareExactForward(encoder).Trace(HostQuantizer.Quantize(taken, encoder.Input));
        var real = trained.RealIntermediates(taken);
        return
        [
            .. encoder.Steps.Select(step => step.Output).Prepend(encoder.Input)
                .Where(tensor => real.ContainsKey(tensor.Name))
                .Select(tensor => Entry(tensor, trace.Tensors[tensor.Name], real[tensor.Name])),
        ];
    }

    private static QuantizationErrorEntry Entry(Tensor tensor, int[] integers, float[] reals)
    {
        var (sum, largest) = (0.0, 0.0);
        for (var i = 0; i < integers.Length; i++)
        {
            var error = Math.Abs(integers[i] - tensor.Affine.ZeroPoint - reals[i] / tensor.Affine.Scale);
            (sum, largest) = (sum + error, Math.Max(largest, error));
        }

        return new(tensor.Name, tensor.Format.Bits, Rounded.Of(sum / integers.Length), Rounded.Of(largest));
    }
}
