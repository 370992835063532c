using System.Collections.Immutable;
using Bitloom.Ir;
using Bitloom.Training;

namespace Bitloom.Quantization;

/// <summary>The rungs of the agreement table that start at the hardware-exact forward.</summary>
public static class AgreementLadder
{
    /// <summary>
    /// Each operation against its real formula in double precision, given the same integer inputs. The real value is
    /// clamped to the output's format, as saturation is no error.
    /// </summary>
    public static ImmutableArray<OperationAgreement> PerOperation(
        QuantizedEncoder trained, IntegerEncoder encoder, EncoderTrace trace)
    {
        var real = new RealOperations(trained);
        return [.. encoder.Steps.Select(step => new OperationAgreement(
            step.Output.Name, WorstError(real, step, trace), step.Bound, (long)trace.Windows * step.Output.Count))];
    }

    /// <summary>
    /// The first element in which the hardware-exact forward differs from another evaluator's tensors of one window, or
    /// null when all are equal.
    /// </summary>
    public static TensorDifference? FirstDifference(
        IntegerEncoder encoder, EncoderTrace trace, int window, IReadOnlyDictionary<string, int[]> expected)
    {
        foreach (var tensor in Activations(encoder))
        {
            var found = trace.Of(tensor, window);
            var same = found.CommonPrefixLength(expected[tensor.Name]);
            if (same < found.Length)
                return new TensorDifference(window, tensor.Name, same, expected[tensor.Name][same], found[same]);
        }

        return null;
    }

    /// <summary>
    /// The training forward's real-valued tensors, windows after windows, against the hardware's integers, each forward
    /// running on its own results. Tensors that are not given are left out.
    /// </summary>
    public static ImmutableArray<FreeRunningDifference> FreeRunning(
        IntegerEncoder encoder, EncoderTrace trace, IReadOnlyDictionary<string, float[]> trained) =>
        [.. Activations(encoder)
            .Where(tensor => trained.ContainsKey(tensor.Name))
            .Select(tensor => Difference(tensor, trace.Tensors[tensor.Name], trained[tensor.Name]))];

    /// <summary>
    /// Each operation of the training forward against the hardware's, both given the hardware's integers as inputs: at
    /// most 1 LSB apart (docs/arithmetic.md). The exponentials of <paramref name="trained"/> must have the encoder's
    /// bits.
    /// </summary>
    /// <param name="windows">The real windows that the trace was made of.</param>
    public static ImmutableArray<TeacherForcedDifference> TeacherForced(
        FakeQuantizedEncoder trained, IntegerEncoder encoder, EncoderTrace trace, ReadOnlySpan<float> windows)
    {
        var given = Activations(encoder).ToDictionary(
            tensor => tensor.Name,
            tensor => HostQuantizer.Dequantize(trace.Tensors[tensor.Name], tensor),
            StringComparer.Ordinal);
        var seen = trained.TeacherForced(windows, given);
        return [.. Activations(encoder)
            .Select(tensor => Count(tensor, trace.Tensors[tensor.Name], seen[tensor.Name]))];
    }

    private static IEnumerable<Tensor> Activations(IntegerEncoder encoder) =>
        encoder.Steps.Select(step => step.Output).Prepend(encoder.Input);

    private static double WorstError(RealOperations real, EncoderStep step, EncoderTrace trace)
    {
        var worst = 0.0;
        var format = step.Output.Format;
        for (var window = 0; window < trace.Windows; window++)
        {
            var integers = trace.Of(step.Output, window);
            var reals = real.Of(step, trace, window);
            for (var i = 0; i < reals.Length; i++)
                worst = Math.Max(worst, Math.Abs(integers[i] - Math.Clamp(reals[i], format.Minimum, format.Maximum)));
        }

        return worst;
    }

    private static TeacherForcedDifference Count(Tensor tensor, int[] hardware, float[] trained)
    {
        var (worst, differing, beyond) = (0, 0L, 0L);
        for (var i = 0; i < hardware.Length; i++)
        {
            var difference = Math.Abs(hardware[i] - HostQuantizer.Quantize(trained[i], tensor));
            worst = Math.Max(worst, difference);
            differing += difference > 0 ? 1 : 0;
            beyond += difference > 1 ? 1 : 0;
        }

        return new TeacherForcedDifference(tensor.Name, hardware.Length, worst, differing, beyond);
    }

    private static FreeRunningDifference Difference(Tensor tensor, int[] hardware, float[] trained)
    {
        var (worst, total, differing) = (0, 0L, 0);
        for (var i = 0; i < hardware.Length; i++)
        {
            var difference = Math.Abs(hardware[i] - HostQuantizer.Quantize(trained[i], tensor));
            worst = Math.Max(worst, difference);
            total += difference;
            differing += difference == 0 ? 0 : 1;
        }

        return new FreeRunningDifference(
            tensor.Name, worst, (double)total / hardware.Length, (double)differing / hardware.Length);
    }
}
