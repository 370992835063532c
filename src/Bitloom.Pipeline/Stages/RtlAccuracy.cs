using Bitloom.Data;
using Bitloom.Ir;
using Bitloom.Quantization;

namespace Bitloom.Pipeline;

/// <summary>The root mean square error, in target units, over the windows that the RTL was played.</summary>
/// <param name="Hardware">Of what the RTL put out.</param>
/// <param name="IntegerModel">Of the hardware-exact forward on the same windows.</param>
internal sealed record RtlAccuracy(double Hardware, int Windows, double IntegerModel)
{
    /// <summary>Both errors, or null when the RTL was stopped before it had answered every window.</summary>
    /// <param name="predictions">The hardware-exact forward's, of all test windows.</param>
    public static RtlAccuracy? Of(ForecastData data, Tensor output, VerifiedModel verified, float[] predictions)
    {
        var (test, played) = (data.Test, verified.RtlWindows);
        if (verified.RtlOutputs.Length != played.Length * output.Count)
            return null;
        var targets = data.ToTargetUnits(Select(test.Targets));
        return new(
            Rmse(HostQuantizer.Dequantize(verified.RtlOutputs.AsSpan(), output)), played.Length,
            Rmse(Select(predictions)));

        float[] Select(float[] all) =>
            [.. played.SelectMany(window => all.AsSpan(window * output.Count, output.Count).ToArray())];

        double Rmse(float[] scaled) => ForecastError.Between(data.ToTargetUnits(scaled), targets).Rmse;
    }
}
