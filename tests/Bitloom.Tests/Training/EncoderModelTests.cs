using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class EncoderModelTests
{
    [Theory]
    [InlineData(1, 16)]
    [InlineData(7, 64)]
    public void ParameterCount_IsThePublishedFormula_ForOneLayerAndOneOutput(int features, int d)
    {
        var shape = new EncoderShape(12, features, d, 1, 1, 4, 1, Normalization.Batch);

        var count = new EncoderModel(shape, 1).ParameterCount;

        count.ShouldBe(12 * d * d + (15 + features) * d + 1);
    }

    [Theory]
    [InlineData(1, 1, Normalization.None)]
    [InlineData(2, 2, Normalization.Batch)]
    [InlineData(4, 1, Normalization.Batch)]
    public void PredictFloat_EqualsThePlainDefinition_AfterTraining(int heads, int layers, Normalization normalization)
    {
        var shape = new EncoderShape(SineProblem.Window, 1, 8, heads, layers, 2, 1, normalization);
        var model = SineProblem.Train(shape, SineProblem.Options with { Epochs = 2 });

        var predicted = model.PredictFloat(SineProblem.Validation.Inputs);

        var weights = model.ToWeights();
        var expected = SineProblem.Validation.Inputs.Select(v => (double)v).Chunk(SineProblem.Window)
            .SelectMany(window => ReferenceEncoder.Predict(weights, window)).Select(v => (float)v);
        predicted.ShouldBe([.. expected], 1e-4);
    }

    [Theory]
    [InlineData(Normalization.Layer, Activation.Gelu, true)]
    [InlineData(Normalization.Rms, Activation.Relu, false)]
    [InlineData(Normalization.Batch, Activation.Gelu, true)]
    public void PredictFloat_EqualsThePlainDefinitionOfTheFoldedWeights_WithFurtherOperations(
        Normalization normalization, Activation activation, bool causal)
    {
        var shape = new EncoderShape(SineProblem.Window, 1, 8, 2, 2, 2, 1, normalization, activation, causal);
        var model = SineProblem.Train(shape, SineProblem.Options with { Epochs = 2 });

        var predicted = model.PredictFloat(SineProblem.Validation.Inputs);

        var weights = model.ToWeights();
        var expected = SineProblem.Validation.Inputs.Select(v => (double)v).Chunk(SineProblem.Window)
            .SelectMany(window => ReferenceEncoder.Predict(weights, window)).Select(v => (float)v);
        predicted.ShouldBe([.. expected], 1e-4);
        weights.Blocks[0].AttentionNormalization.Scale.ShouldNotBe([.. Enumerable.Repeat(1f, 8)]);
        model.Fold().PredictFloat(SineProblem.Validation.Inputs).ShouldBe(predicted, 1e-4);
        model.Fold().ToWeights().Head.Weight.ShouldBe(weights.Head.Weight);
    }

    [Fact]
    public void Fold_KeepsThePredictions_AndTheOriginal()
    {
        var model = SineProblem.Train(SineProblem.Shape(), SineProblem.Options with { Epochs = 1 });

        var folded = model.Fold();

        folded.IsFolded.ShouldBeTrue();
        model.IsFolded.ShouldBeFalse();
        folded.PredictFloat(SineProblem.Validation.Inputs)
            .ShouldBe(model.PredictFloat(SineProblem.Validation.Inputs), 1e-6);
    }

    [Fact]
    public void Positions_AreSinesAndCosines_OfFallingFrequency()
    {
        var positions = new EncoderModel(SineProblem.Shape(), 1).ToWeights().Positions;

        positions[..2].ShouldBe([0, 1]);
        positions[8 * 3 + 4].ShouldBe(MathF.Sin(3 / 100f), 1e-6f);
        positions[8 * 3 + 5].ShouldBe(MathF.Cos(3 / 100f), 1e-6f);
    }

    [Fact]
    public void SeededRandom_IsSplitMix64_BitForBit()
    {
        var random = new SeededRandom(1234567);

        random.NextBits().ShouldBe(6457827717110365317UL);
        random.NextBits().ShouldBe(3203168211198807973UL);
    }
}
