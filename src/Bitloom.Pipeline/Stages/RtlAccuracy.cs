using Bitloom.Data;
using Bitloom.Ir;
using Bitloom.Quantization;

namespace Bitloom.Pipeline;

/// <summary>The task's metric over the windows that the RTL was played.</summary>
/// <param name="Hardware">Of what the RTL put out.</param>
/// <param name="IntegerModel">Of the hardware-exact forward on the same windows.</param>
internal sealed record RtlAccuracy(double Hardware, int Windows, double IntegerModel)
{
    /// <summary>
    /// Both metrics, or null when the RTL was stopped before it had answered every window, or windows out of their
    /// order
    /// cannot be judged.
    /// </summary>
    /// <param name="predictions">The hardware-exact forward's, of all test windows.</param>
    public static RtlAccuracy? Of(ITaskData data, Tensor output, VerifiedModel verified, float[] predictions)
    {
        var (test, played) = (data.TestWindows, verified.RtlWindows);
        if (verified.RtlOutputs.Length != played.Length * output.Count)
            return null;
        var targets = Select(test.Targets);
        var hardware = data.Score(HostQuantizer.Dequantize(verified.RtlOutputs.AsSpan(), output), targets);
        return hardware is { } seen
            ? new(seen, played.Length, data.Score(Select(predictions), targets)!.Value)
            : null;

        float[] Select(float[] all) =>
            [.. played.SelectMany(window => all.AsSpan(window * output.Count, output.Count).ToArray())];
    }
}
