using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Quantization;
using Bitloom.Tests.Training;
using Bitloom.Training;

namespace Bitloom.Tests.Quantization;

public sealed class PostTrainingTests
{
    private static readonly Lazy<EncoderModel> Model = new(() => SineProblem.Train(SineProblem.Shape(heads: 2, layers: 2)));

    [Theory]
    [InlineData(8, false)]
    [InlineData(6, true)]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void IntegerModel_IsTheInterpreters_WithoutTraining(int bits, bool corrects)
    {
        ShouldAgree(PostTraining(bits, corrects, RangeMethod.MeanSquaredError));
    }

    [Theory]
    [InlineData("lsq")]
    [InlineData("pact")]
    [InlineData("perTensor")]
    [InlineData("gradual")]
    [InlineData("averaging")]
    public void IntegerModel_IsTheInterpreters_WithTraining(string recipe)
    {
        var encoder = Trainer.TrainQuantized(
            Model.Value, PrecisionPlan.Uniform(4), SineProblem.Training, SineProblem.Validation,
            SineProblem.Quantized with { Epochs = 4, Recipe = QuantizationRecipeTests.Recipe(recipe) },
            cancellation: TestContext.Current.CancellationToken);

        ShouldAgree(encoder.Snapshot());
    }

    [Theory]
    [InlineData(RangeMethod.MovingAverage)]
    [InlineData(RangeMethod.Percentile)]
    [InlineData(RangeMethod.MeanSquaredError)]
    public void Model_StaysNearTheFloatModel_AtEightBits(RangeMethod method)
    {
        var integers = PostTraining(8, corrects: false, method).Integers();

        var exact = Model.Value.PredictFloat(SineProblem.Validation.Inputs);
        var hardware = new HardwareExactForward(integers).Predict(SineProblem.Validation.Inputs);
        (SineProblem.Error(hardware) - SineProblem.Error(exact)).ShouldBeLessThan(0.01 * SineProblem.NaiveError);
    }

    [Fact]
    public void BiasCorrection_TakesTheMeanErrorBack()
    {
        var inputs = SineProblem.Training.Inputs;
        var exact = Model.Value.PredictFloat(inputs).Average();

        var plain = Predict(corrects: false).Average();
        var corrected = Predict(corrects: true).Average();

        Math.Abs(corrected - exact).ShouldBeLessThan(0.5f * Math.Abs(plain - exact));

        float[] Predict(bool corrects) => FakeQuantizedEncoder
            .FromSnapshot(PostTraining(3, corrects, RangeMethod.MeanSquaredError)).PredictFakeQuantized(inputs);
    }

    private static QuantizedEncoder PostTraining(int bits, bool corrects, RangeMethod method) =>
        Trainer.QuantizeAfterTraining(
            Model.Value, PrecisionPlan.Uniform(bits), SineProblem.Training,
            new QuantizationRecipe { CorrectsBias = corrects, Ranges = method }).Snapshot();

    private static void ShouldAgree(QuantizedEncoder trained)
    {
        var encoder = trained.Integers();
        var graph = PassPipeline.Run(GraphLowering.Lower(encoder, "tested"));
        var windows = HostQuantizer.Quantize(SineProblem.Validation.Inputs, encoder.Input);

        var forward = new HardwareExactForward(encoder).Run(windows);

        var interpreted = windows.Chunk(SineProblem.Window)
            .SelectMany(window => GraphInterpreter.Run(graph, window).Output).ToArray();
        forward.ShouldBe(interpreted);
        forward.Distinct().Count().ShouldBeGreaterThan(3);
    }
}
