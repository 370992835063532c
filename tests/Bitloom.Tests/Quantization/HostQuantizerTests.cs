using Bitloom.Ir;
using Bitloom.Quantization;

namespace Bitloom.Tests.Quantization;

public sealed class HostQuantizerTests
{
    private static readonly Tensor Tensor = new("input", 1, 5, IntegerFormat.S(4), new AffineScale(0.5, -1));

    [Fact]
    public void Quantize_RoundsHalfUpAndSaturates_ByScaleAndZeroPoint()
    {
        float[] reals = [0, 0.25f, -0.25f, 100, -100];

        var integers = HostQuantizer.Quantize(reals, Tensor);

        integers.ShouldBe([-1, 0, -1, 7, -8]);
    }

    [Fact]
    public void Dequantize_InvertsQuantize_OnStoredIntegers()
    {
        int[] integers = [-8, -1, 0, 3, 7];

        var reals = HostQuantizer.Dequantize(integers, Tensor);

        reals.ShouldBe([-3.5f, 0, 0.5f, 2, 4]);
        HostQuantizer.Quantize(reals, Tensor).ShouldBe(integers);
    }
}
