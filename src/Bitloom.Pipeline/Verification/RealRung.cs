using System.Globalization;
using Bitloom.Quantization;

namespace Bitloom.Pipeline;

/// <summary>
/// The rungs below the integers, each operation of the hardware-exact forward given the same integer inputs as its
/// counterpart: that of the training forward, and the formula in real numbers.
/// </summary>
internal static class RealRung
{
    private const int MostWindows = 256;
    private const string Hardware = "hardware-exact forward";

    /// <summary>Both rungs over the first real windows.</summary>
    public static IReadOnlyList<RungResult> Compare(
        TrainedModel trained, IntegerModel model, ReadOnlySpan<float> windows)
    {
        var size = model.Encoder.Input.Count;
        var taken = windows[..(Math.Min(windows.Length / size, MostWindows) * size)];
        var trace = new HardwareExactForward(model.Encoder).Trace(HostQuantizer.Quantize(taken, model.Encoder.Input));
        return
        [
            OfTraining(AgreementLadder.TeacherForced(trained.FakeQuantized, model.Encoder, trace, taken)),
            OfFormulas(AgreementLadder.PerOperation(trained.Quantized, model.Encoder, trace)),
        ];
    }

    /// <summary>A difference is an element more than 1 LSB away.</summary>
    private static RungResult OfTraining(IReadOnlyList<TeacherForcedDifference> tensors)
    {
        var first = tensors.FirstOrDefault(tensor => !tensor.Holds);
        return new(
            "fake-quantized forward, within 1 LSB",
            Hardware,
            tensors.Sum(tensor => tensor.Elements),
            tensors.Sum(tensor => tensor.Beyond),
            first is null ? null : Text(first));
    }

    /// <summary>A difference is a tensor that leaves its proven bound.</summary>
    private static RungResult OfFormulas(IReadOnlyList<OperationAgreement> operations)
    {
        var first = operations.FirstOrDefault(operation => !operation.Holds);
        return new(
            "real arithmetic, within the proven bound",
            Hardware,
            operations.Sum(operation => operation.Elements),
            operations.Count(operation => !operation.Holds),
            first is null ? null : Text(first));
    }

    private static string Text(TeacherForcedDifference tensor) => string.Create(
        CultureInfo.InvariantCulture, $"{tensor.Tensor}: {tensor.Beyond} elements up to {tensor.Worst} LSB away");

    private static string Text(OperationAgreement operation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{operation.Tensor}: {operation.WorstError:0.0000} LSB from the real value, "
            + $"proven bound {operation.Bound:0.0000}");
}
