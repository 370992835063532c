using Bitloom.Diagnostics;
using Bitloom.Training;

namespace Bitloom.Quantization.Constants;

/// <summary>What training promises about a <see cref="QuantizedEncoder"/>; a breach is a fault of ours.</summary>
internal static class EncoderContract
{
    public static void Require(QuantizedEncoder encoder)
    {
        var layers = encoder.Weights.Shape.Layers;
        foreach (var name in TensorNames.Activations(encoder.Weights.Shape).Append(TensorNames.Positions))
            RequireTensor(encoder, name);
        foreach (var name in TensorNames.WeightMatrices(layers))
            RequireMatrix(encoder, name);
    }

    private static void RequireTensor(QuantizedEncoder encoder, string name)
    {
        if (!encoder.Tensors.TryGetValue(name, out var quantizer))
            throw new CompilerBugException(name, "it has no quantizer");
        var rule = TensorRule.Of(name, encoder.Weights.Shape);
        Check(name, quantizer.Bits is >= 2 and <= 8, $"{quantizer.Bits} bits are not 2 to 8");
        Check(name, IsScale(quantizer.Scale), $"the scale {quantizer.Scale:R} is not a positive number");
        Check(name, quantizer.Signed == rule.Signed, "it has the wrong signedness");
        Check(name, quantizer.ZeroPoint == 0 || rule.Affine, $"its zero point {quantizer.ZeroPoint} must be 0");
        Check(
            name,
            quantizer.ZeroPoint >= quantizer.Minimum && quantizer.ZeroPoint <= quantizer.Maximum,
            $"its zero point {quantizer.ZeroPoint} is not a stored integer");
    }

    private static void RequireMatrix(QuantizedEncoder encoder, string name)
    {
        if (!encoder.WeightMatrices.TryGetValue(name, out var quantizer))
            throw new CompilerBugException(name, "it has no quantizer");
        Check(name, quantizer.Bits is >= 2 and <= 8, $"{quantizer.Bits} bits are not 2 to 8");
        Check(name, quantizer.Scales.All(IsScale), "a scale is not a positive number");
    }

    private static bool IsScale(double scale) => double.IsNormal(scale) && scale > 0;

    private static void Check(string place, bool holds, string message)
    {
        if (!holds)
            throw new CompilerBugException(place, message);
    }
}
