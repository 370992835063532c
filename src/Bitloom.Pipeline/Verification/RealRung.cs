using System.Globalization;
using Bitloom.Quantization;

namespace Bitloom.Pipeline;

/// <summary>
/// The first rung: each operation of the hardware-exact forward against its formula in real numbers, given the same
/// integer inputs. A difference is a tensor that leaves its proven bound.
/// </summary>
internal static class RealRung
{
    private const int MostWindows = 256;

    public static RungResult Compare(TrainedModel trained, IntegerModel model, int[] windows)
    {
        var size = model.Encoder.Input.Count;
        var taken = Math.Min(windows.Length / size, MostWindows);
        var trace = new HardwareExactForward(model.Encoder).Trace(windows.AsSpan(0, taken * size));
        var operations = AgreementLadder.PerOperation(trained.Quantized, model.Encoder, trace);
        var first = operations.FirstOrDefault(operation => !operation.Holds);
        return new(
            "real arithmetic, within the proven bound",
            "hardware-exact forward",
            operations.Sum(operation => operation.Elements),
            operations.Count(operation => !operation.Holds),
            first is null ? null : Text(first));
    }

    private static string Text(OperationAgreement operation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{operation.Tensor}: {operation.WorstError:0.0000} LSB from the real value, proven bound {operation.Bound:0.0000}");
}
