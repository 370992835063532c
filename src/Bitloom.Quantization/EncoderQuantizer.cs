using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Diagnostics;
using Bitloom.Quantization.Constants;
using Bitloom.Training;

namespace Bitloom.Quantization;

/// <summary>Turns a trained encoder into integers by docs/arithmetic.md.</summary>
public static class EncoderQuantizer
{
    /// <summary>
    /// The integer encoder with every error bound proven, or what stands in the way: a product whose sums are too wide,
    /// or one that no multiplier serves exactly enough.
    /// </summary>
    public static Checked<IntegerEncoder> Quantize(QuantizedEncoder encoder, QuantizationOptions options)
    {
        if (options.Validate() is { Count: > 0 } faults)
            return Checked.Failure<IntegerEncoder>(faults);

        EncoderContract.Require(encoder);
        var tensors = new EncoderTensors(encoder);
        var products = new EncoderProducts(encoder, tensors, options.PoolBits);
        if (products.Products.SelectMany(WideSums).ToArray() is { Length: > 0 } wide)
            return Checked.Failure<IntegerEncoder>(wide);
        if (ShiftPlan.Find(products.Products, options.MultiplierBits) is not { } plan)
            return Checked.Failure<IntegerEncoder>([.. products.Products.SelectMany(InexactConstants)]);
        var followers = new FollowingSteps(encoder.Weights.Shape, tensors, options.ExponentialBits, plan.Shifts[0].S);
        var integers = Assemble(encoder, tensors, products, plan, followers);
        return followers.Faults.Count == 0
            ? Checked.Success(integers)
            : Checked.Failure<IntegerEncoder>(followers.Faults);
    }

    private static IntegerEncoder Assemble(
        QuantizedEncoder encoder,
        EncoderTensors tensors,
        EncoderProducts products,
        ShiftPlan plan,
        FollowingSteps followers)
    {
        var steps = ImmutableArray.CreateBuilder<EncoderStep>();
        foreach (var (product, (s, k)) in products.Products.Zip(plan.Shifts))
        {
            steps.Add(Step(product, s, k));
            steps.AddRange(followers.After(product.Output));
        }

        return new IntegerEncoder(
            encoder.Weights.Shape,
            tensors[TensorNames.Input],
            [.. products.Constants],
            steps.ToImmutable(),
            plan.MultiplierBits);
    }

    private static ProductStep Step(AffineProduct product, int s, int k) =>
        new(
            product.Output,
            product.A,
            product.B,
            product.Kind,
            product.Heads,
            EpilogueConstants.Of(product, s, k),
            EpilogueConstants.Worst(product, s, k));

    private static IEnumerable<Diagnostic> WideSums(AffineProduct product)
    {
        var name = product.Output.Name;
        var column = product.Columns.MaxBy(c => (c.Sums + c.Correction).Magnitude);
        var sums = column.Sums + column.Correction;
        if (!sums.FitsSigned(EpilogueConstants.AccumulatorBits))
        {
            yield return Diagnostic.Error(
                "QUANT003",
                name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the sums of '{name}' reach {sums.Minimum} .. {sums.Maximum}"),
                $"sums of at most {EpilogueConstants.AccumulatorBits} bits, the multiplier's wide input",
                $"give '{product.A}' or '{product.B}' fewer bits, or make the model narrower");
        }
    }

    private static IEnumerable<Diagnostic> InexactConstants(AffineProduct product)
    {
        const int Bits = QuantizationOptions.WidestMultiplier;
        var name = product.Output.Name;
        var range = ShiftRange.Of(product, Bits);
        if (range.IsEmpty)
            yield return Diagnostic.Error("QUANT004", name, Inexact(product, range.Greatest), Bound, Remedy(product));
    }

    private const string Bound = "integer constants that err by at most 0.125 LSB";

    private static string Inexact(AffineProduct product, int s)
    {
        var tensor = product.Output;
        if (s == 0)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"the scale {tensor.Affine.Scale:G3} of '{tensor.Name}' is too small for its operands' scales");
        }

        var k = ShiftRange.ResidualShift(product, s, QuantizationOptions.WidestMultiplier);
        var worst = EpilogueConstants.Worst(product, s, k);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"the 18-bit constants of '{tensor.Name}' err by {worst.Constants:F3} LSB in column {worst.Column}");
    }

    private static string Remedy(AffineProduct product) =>
        $"give '{product.Output.Name}' or '{product.B}' fewer bits, or retrain with a wider range of "
        + $"'{product.Output.Name}'";
}
