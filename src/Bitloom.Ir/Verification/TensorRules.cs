namespace Bitloom.Ir;

/// <summary>Shape, format and scale of one tensor.</summary>
internal static class TensorRules
{
    // The product of two is far from leaving 32 bits.
    private const int LargestSide = 1 << 15;

    public static bool Check(Tensor tensor, bool constant, Violations violations)
    {
        var bits = tensor.Format.Bits;
        var least = constant ? 1 : 2;
        var shape = violations.Require(
            tensor.Rows is >= 1 and <= LargestSide && tensor.Columns is >= 1 and <= LargestSide, tensor.Name,
            $"has the shape {tensor.Rows} x {tensor.Columns}; 1 to {LargestSide} is possible for both");
        var format = violations.Require(
            bits >= least && bits <= 8, tensor.Name, $"has {bits} bits; {least} to 8 are possible");
        violations.Require(
            double.IsFinite(tensor.Affine.Scale) && tensor.Affine.Scale > 0, tensor.Name,
            $"has the scale {tensor.Affine.Scale:R}; it must be positive and finite");
        return shape && format;
    }
}
