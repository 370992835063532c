using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Ir;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Tests.Quantization;

public sealed class EncoderQuantizerTests
{
    private static readonly EncoderShape Shape = new(12, 1, 32, 1, 1, 4, 1, Normalization.Batch);

    [Fact]
    public void Quantize_GivesTheConstantsOfTheFormula_ForOneByOne()
    {
        var encoder = OneByOne().Integers();

        var embedding = encoder.Products.Single(p => p.Output.Name == "embedding").Epilogue;
        var (s, k) = (embedding.Shift, embedding.Residual!.Shift);
        var (m, n) = (embedding.Multipliers.Single(), embedding.Residual.Multipliers.Single());
        // Sx = 1/4, Zx = 3, Sw = 1/2 (w = 5), bias = 3/8, Sy = 3/16, Zy = -2, Sr = 1/8.
        m.ShouldBe((int)Math.Floor(Math.Pow(2, s) * 2 / 3 + 0.5));
        n.ShouldBe((int)Math.Floor(Math.Pow(2, s - k) * 2 / 3 + 0.5));
        // 2^s (2 - 2) - M 3 5 + 2^(s-1).
        embedding.Offsets.ShouldBe([-15L * m + (1L << (s - 1))]);
        encoder.Constant("embedding.weight")!.Values.ShouldBe([5]);
        encoder.Constant("positions")!.Values.ShouldBe([-3]);
        encoder.Constant("pool")!.Values.ShouldBe([128]);
    }

    [Fact]
    public void Quantize_UsesTheResidualsZeroPoint_InTheOffset()
    {
        var encoder = OneByOne().Integers();

        var attention = encoder.Products.Single(p => p.Output.Name == "layer0.attention").Epilogue;
        var (s, k) = (attention.Shift, attention.Residual!.Shift);
        var (m, n) = (attention.Multipliers.Single(), attention.Residual.Multipliers.Single());
        // gamma = -1/2, beta = 1/4; embedding: Sr = 3/16, Zr = -2; context: Sx = 1/8, Zx = 1, w = 5 of 1/2; Sy = 1/8.
        m.ShouldBe(-(1 << (s - 2)));
        n.ShouldBe((int)Math.Floor(-0.75 * Math.Pow(2, s - k) + 0.5));
        // b = (-1/2 * 3/8 + 1/4) / Sy + 0 = 1/2.
        attention.Offsets.ShouldBe([(1L << (s - 1)) - 5L * m - ((-2L * n) << k) + (1L << (s - 1))]);
    }

    [Fact]
    public void Quantize_SaturatesWeights_AtTheSameMagnitudeOnBothSides()
    {
        var encoder = RandomEncoders.Create(Shape, 4, 1);
        const string name = "layer0.query.weight";
        var quantizer = encoder.WeightMatrices[name];
        var narrow = quantizer with { Scales = [.. quantizer.Scales.Select(scale => scale / 2)] };

        var integers = (encoder with { WeightMatrices = encoder.WeightMatrices.SetItem(name, narrow) }).Integers();

        var codes = integers.Constant(name)!.Values;
        (codes.Min(), codes.Max()).ShouldBe((-7, 7));
    }

    [Fact]
    public void Quantize_TakesOneShiftForAll_WhereTheBoundAllows()
    {
        var encoder = RandomEncoders.Create(Shape, 4, 1).Integers();

        encoder.HasUniformShifts.ShouldBeTrue();
        encoder.ErrorBounds.ShouldAllBe(bound => bound.Holds);
    }

    [Fact]
    public void Quantize_TakesSeparateShifts_WhereOneWouldBeInexact()
    {
        var encoder = RandomEncoders.Create(Shape, 8, 1)
            .With("output", q => q with { Scale = q.Scale / 1000 })
            .Integers();

        encoder.HasUniformShifts.ShouldBeFalse();
        encoder.ErrorBounds.ShouldAllBe(bound => bound.Holds);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Quantize_TakesOneShiftForAll_WhichAPoolingRowOfOnesForbids(int seed)
    {
        var trained = RandomEncoders.Create(Shape with { Dimension = 16 }, 8, seed);

        var encoder = trained.Integers();

        trained.Integers(new QuantizationOptions(PoolBits: 1)).HasUniformShifts.ShouldBeFalse();
        encoder.HasUniformShifts.ShouldBeTrue();
        AgreementLadder.PerOperation(trained, encoder, encoder.Trace(8, 1)).ShouldAllBe(o => o.Holds);
    }

    [Theory]
    [InlineData(12, 6, 6)]
    [InlineData(12, 8, 8)]
    [InlineData(1025, 8, 7)]
    public void PoolingRow_IsAsWideAsTheWidestActivation_WhereItsSumsFit(int window, int bits, int expected)
    {
        // Quantizers of few tokens will do: those of a thousand take long to find.
        var shape = new EncoderShape(12, 1, 1, 1, 1, 1, 1, Normalization.None);
        var trained = RandomEncoders.Create(shape, 4, 1).With("layer0.output", q => q with { Bits = bits }) with
        {
            Weights = RandomEncoders.Weights(shape with { Window = window }, new Random(1)),
        };

        var pool = trained.Integers().Constant("pool")!;

        pool.Tensor.Format.ShouldBe(IntegerFormat.U(expected));
        pool.Values.ShouldAllBe(value => value == 1 << (expected - 1));
    }

    [Fact]
    public void Quantize_TakesTwoShifts_WhereTwoServeAll()
    {
        var encoder = RandomEncoders.Create(Shape with { Heads = 4 }, 8, 1)
            .Integers(new QuantizationOptions(PoolBits: 1));

        var shifts = encoder.Products.Select(p => p.Epilogue.Shift).Distinct().Order().ToArray();

        shifts.Length.ShouldBe(2);
    }

    [Fact]
    public void Quantize_KeepsMultipliersWithinTheirBits_ForRandomEncoders()
    {
        for (var seed = 100; seed < 140; seed++)
        {
            var encoder = RandomEncoders.Any(seed).Integers();

            var limit = (1 << (encoder.MultiplierBits - 1)) - 1;
            encoder.Products.SelectMany(p => p.Epilogue.Multipliers).ShouldAllBe(m => Math.Abs(m) <= limit);
            encoder.Products.SelectMany(p => p.Epilogue.Residual?.Multipliers ?? [])
                .ShouldAllBe(n => Math.Abs(n) <= limit);
            encoder.Products.SelectMany(p => p.Epilogue.Offsets).ShouldAllBe(b => Math.Abs(b) < 1L << 47);
        }
    }

    [Theory]
    [InlineData("layer0.hidden")]
    [InlineData("layer0.query")]
    [InlineData("layer0.scores")]
    [InlineData("layer0.context")]
    [InlineData("pooled")]
    [InlineData("output")]
    public void Quantize_StaysWithinTheBound_ForATensorThatNeverVaried(string tensor)
    {
        foreach (var scale in new[] { 1e-3, 1e-6, 1e-12 })
        {
            var trained = RandomEncoders.Create(Shape, 8, 4).With(tensor, q => q with { Scale = q.Scale * scale });
            var encoder = trained.Integers();

            var agreement = AgreementLadder.PerOperation(trained, encoder, encoder.Trace(8, 4));

            agreement.ShouldAllBe(operation => operation.Holds);
        }
    }

    [Fact]
    public void Quantize_StaysWithinTheBound_WithoutAnyWeight()
    {
        var trained = RandomEncoders.Create(Shape, 8, 4);
        var block = trained.Weights.Blocks[0];
        var dead = block with { Hidden = block.Hidden with { Weight = [.. block.Hidden.Weight.Select(_ => 0f)] } };
        trained = trained with { Weights = trained.Weights with { Blocks = [dead] } };

        var encoder = trained.Integers();

        AgreementLadder.PerOperation(trained, encoder, encoder.Trace(8, 4)).ShouldAllBe(o => o.Holds);
        encoder.Products.Single(p => p.Output.Name == "layer0.hidden").Epilogue.Multipliers.ShouldAllBe(m => m == 0);
    }

    [Fact]
    public void Quantize_SaysWhichTensor_WhenNoMultiplierServes()
    {
        var trained = RandomEncoders.Create(Shape, 8, 4)
            .With("layer0.attention", q => q with { Scale = 1e-11 });

        var result = EncoderQuantizer.Quantize(trained, new QuantizationOptions());

        result.Ok.ShouldBeFalse();
        result.Diagnostics[0].ToString().ShouldBe(
            """
            error QUANT004 at layer0.attention: the scale 1E-11 of 'layer0.attention' is too small for its operands' scales
              expected: integer constants that err by at most 0.125 LSB
              remedy:   give 'layer0.attention' or 'layer0.attention.weight' fewer bits, or retrain with a wider range of 'layer0.attention'
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Quantize_SaysWhichSums_WhenTheyAreTooWide()
    {
        var shape = new EncoderShape(2, 1, 256, 1, 1, 8, 1, Normalization.None);

        var result = EncoderQuantizer.Quantize(RandomEncoders.Create(shape, 8, 1), new QuantizationOptions());

        result.Ok.ShouldBeFalse();
        result.Diagnostics.Single().ToString().ShouldBe(
            """
            error QUANT003 at layer0.output: the sums of 'layer0.output' reach -15678165 .. 18149625
              expected: sums of at most 25 bits, the multiplier's wide input
              remedy:   give 'layer0.hidden' or 'layer0.output.weight' fewer bits, or make the model narrower
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Quantize_NamesEveryOption_ThatIsOutOfRange()
    {
        var result = EncoderQuantizer.Quantize(RandomEncoders.Create(Shape, 8, 1), new QuantizationOptions(19, 3, 0));

        string.Join('\n', result.Diagnostics).ShouldBe(
            """
            error QUANT001 at multiplierBits: multiplierBits is 19
              expected: a number from 8 to 18
              remedy:   set multiplierBits to 18
            error QUANT002 at exponentialBits: exponentialBits is 3
              expected: a number from 4 to 12
              remedy:   set exponentialBits to 4
            error QUANT005 at poolBits: poolBits is 0
              expected: a number from 1 to 8
              remedy:   set poolBits to 1
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Quantize_BlamesTraining_WhenAQuantizerBreaksTheContract()
    {
        var trained = RandomEncoders.Create(Shape, 8, 1).With("layer0.query", q => q with { ZeroPoint = 1 });

        var failure = Should.Throw<CompilerBugException>(() => trained.Integers());

        failure.Message.ShouldStartWith("layer0.query: its zero point 1 must be 0");
    }

    [Fact]
    public void Quantize_GivesTheSameConstants_EveryTime()
    {
        var first = GraphLowering.Lower(RandomEncoders.Any(7).Integers(), "graph");
        var second = GraphLowering.Lower(RandomEncoders.Any(7).Integers(), "graph");

        GraphPrinter.Print(second).ShouldBe(GraphPrinter.Print(first));
    }

    // One token, one feature, one unit everywhere; scales chosen so that the constants can be written down.
    private static QuantizedEncoder OneByOne()
    {
        var shape = new EncoderShape(1, 1, 1, 1, 1, 1, 1, Normalization.Batch);
        var dense = new DenseWeights(1, 1, [2.5f], [0.375f]);
        var affine = new ChannelAffine([-0.5f], [0.25f]);
        var block = new EncoderBlockWeights(dense, dense, dense, dense, affine, dense, dense, affine);
        var weights = new EncoderWeights(shape, dense, [-0.375f], [block], dense);
        var quantizers = TensorNames.Activations(1).Append("positions").ToImmutableSortedDictionary(
            name => name, name => new TensorQuantizer(8, true, 0.125, 0), StringComparer.Ordinal);
        var matrices = TensorNames.WeightMatrices(1).ToImmutableSortedDictionary(
            name => name, _ => new WeightQuantizer(8, [0.5]), StringComparer.Ordinal);
        return new QuantizedEncoder(weights, quantizers, matrices)
            .With("input", q => q with { Scale = 0.25, ZeroPoint = 3 })
            .With("embedding", q => q with { Scale = 0.1875, ZeroPoint = -2 })
            .With("layer0.context", q => q with { ZeroPoint = 1 })
            .With("layer0.probabilities", q => q with { Signed = false, Scale = 1.0 / 255 })
            .With("layer0.hidden", q => q with { Signed = false });
    }
}
