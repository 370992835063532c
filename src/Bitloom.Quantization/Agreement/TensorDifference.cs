using System.Globalization;

namespace Bitloom.Quantization;

/// <summary>Where two evaluators that must agree first differ, in the order of evaluation.</summary>
/// <param name="Window">Which of the compared windows.</param>
/// <param name="Index">Row-major element of the tensor.</param>
public sealed record TensorDifference(int Window, string Tensor, int Index, int Expected, int Found)
{
    /// <summary>The plain text form.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"window {Window}, {Tensor}[{Index}]: found {Found}, expected {Expected}");
}
