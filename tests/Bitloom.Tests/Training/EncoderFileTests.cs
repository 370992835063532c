using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class EncoderFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    private static QuantizedEncoder Encoder => FakeQuantizedEncoder.Calibrate(
        new EncoderModel(SineProblem.Shape(layers: 2), 5), PrecisionPlan.Uniform(6), SineProblem.Training).Snapshot();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Quantized_ComesBackBitForBit_FromItsFile()
    {
        var encoder = Encoder;
        EncoderFile.Write(_path, encoder);

        var read = EncoderFile.ReadQuantized(_path);

        read.Ok.ShouldBeTrue();
        read.Value!.Tensors.ShouldBe(encoder.Tensors);
        read.Value.Tensors.KeyComparer.ShouldBe(StringComparer.Ordinal);
        read.Value.WeightMatrices["layer0.query.weight"].Scales
            .ShouldBe(encoder.WeightMatrices["layer0.query.weight"].Scales);
        read.Value.Weights.Shape.ShouldBe(encoder.Weights.Shape);
        read.Value.Weights.Blocks[1].Hidden.Weight.ShouldBe(encoder.Weights.Blocks[1].Hidden.Weight);
    }

    [Fact]
    public void Weights_ComeBackBitForBit_FromTheirFile()
    {
        var weights = Encoder.Weights;
        EncoderFile.Write(_path, weights);

        var read = EncoderFile.ReadWeights(_path);

        EncoderModel.FromWeights(read.Value!).PredictFloat(SineProblem.Validation.Inputs)
            .ShouldBe(EncoderModel.FromWeights(weights).PredictFloat(SineProblem.Validation.Inputs));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not an encoder")]
    public void ReadQuantized_NamesTheFile_WhenItHoldsNoEncoder(string text)
    {
        File.WriteAllText(_path, text);

        var read = EncoderFile.ReadQuantized(_path);

        read.Ok.ShouldBeFalse();
        read.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("TRAIN001");
        read.Diagnostics[0].Location.ShouldBe(_path);
    }

    [Fact]
    public void ReadQuantized_SaysWhatToDo_InExactWords()
    {
        File.WriteAllText(_path, "null");

        var diagnostic = EncoderFile.ReadQuantized(_path).Diagnostics[0];

        diagnostic.ToString().ShouldBe(
            $"error TRAIN001 at {_path}: the file holds no encoder\n"
            + "  expected: an encoder written by the training\n  remedy:   train again, or name the right file");
    }
}
