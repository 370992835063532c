using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class TrainerTests
{
    [Theory]
    [InlineData(1, 1, Normalization.Batch)]
    [InlineData(2, 1, Normalization.None)]
    [InlineData(4, 1, Normalization.Batch)]
    [InlineData(1, 2, Normalization.None)]
    [InlineData(2, 2, Normalization.Batch)]
    public void TrainFloat_BeatsTheNaivePrediction_OnASine(int heads, int layers, Normalization normalization)
    {
        var shape = SineProblem.Shape(heads, layers, normalization);

        var model = SineProblem.Train(shape);

        SineProblem.Error(model.PredictFloat(SineProblem.Validation.Inputs))
            .ShouldBeLessThan(0.1 * SineProblem.NaiveError);
    }

    [Theory]
    [InlineData(Normalization.Layer, Activation.Gelu, false)]
    [InlineData(Normalization.Rms, Activation.Gelu, true)]
    [InlineData(Normalization.Batch, Activation.Relu, true)]
    public void TrainQuantized_StaysNearAFloatModelThatLearned_WithTwoLayersOfFourHeads(
        Normalization normalization, Activation activation, bool causal)
    {
        var shape = SineProblem.Shape(heads: 4, layers: 2, normalization) with
        {
            Activation = activation,
            Causal = causal,
        };
        var model = SineProblem.Train(shape);

        var encoder = Quantize(model, PrecisionPlan.Uniform(8));

        var error = SineProblem.Error(model.PredictFloat(SineProblem.Validation.Inputs));
        var lost = SineProblem.Error(encoder.PredictFakeQuantized(SineProblem.Validation.Inputs)) - error;
        error.ShouldBeLessThan(0.1 * SineProblem.NaiveError);
        lost.ShouldBeLessThan(0.01 * SineProblem.NaiveError);
    }

    [Fact]
    public void TrainQuantized_StaysNearTheFloatModel_AtEightBits()
    {
        var model = SineProblem.Train(SineProblem.Shape(heads: 2));

        var encoder = Quantize(model, PrecisionPlan.Uniform(8));

        var lost = SineProblem.Error(encoder.PredictFakeQuantized(SineProblem.Validation.Inputs))
            - SineProblem.Error(model.PredictFloat(SineProblem.Validation.Inputs));
        lost.ShouldBeLessThan(0.005 * SineProblem.NaiveError);
    }

    [Fact]
    public void TrainQuantized_RecoversMostOfTheCalibratedLoss_AtThreeBits()
    {
        var model = SineProblem.Train(SineProblem.Shape());
        var plan = PrecisionPlan.Uniform(3).With("output", 8);
        var calibrated = FakeQuantizedEncoder.Calibrate(model, plan, SineProblem.Training);

        var trained = Quantize(model, plan);

        SineProblem.Error(trained.PredictFakeQuantized(SineProblem.Validation.Inputs)).ShouldBeLessThan(
            0.7 * SineProblem.Error(calibrated.PredictFakeQuantized(SineProblem.Validation.Inputs)));
    }

    [Fact]
    public void Training_GivesTheSameBytes_FromTheSameSeed()
    {
        var first = Bytes(Quantize(SineProblem.Train(SineProblem.Shape()), PrecisionPlan.Uniform(4)).Snapshot());

        var second = Bytes(Quantize(SineProblem.Train(SineProblem.Shape()), PrecisionPlan.Uniform(4)).Snapshot());

        second.ShouldBe(first);
    }

    [Theory]
    [InlineData(Normalization.None)]
    [InlineData(Normalization.Batch)]
    [InlineData(Normalization.Layer)]
    public void Training_GivesTheSameBytes_OnAnyNumberOfThreads(Normalization normalization)
    {
        var shape = SineProblem.Shape(normalization: normalization, dimension: 32);

        byte[][] bytes = [.. new[] { 1, 2, 3, 9 }.Select(threads =>
        {
            var options = SineProblem.Options with { Epochs = 3, Batch = 160, Threads = threads };
            return Bytes(Trainer.TrainQuantized(
                SineProblem.Train(shape, options), PrecisionPlan.Uniform(4), SineProblem.Training,
                SineProblem.Validation, options).Snapshot());
        })];

        bytes[1].ShouldBe(bytes[0]);
        bytes[2].ShouldBe(bytes[0]);
        bytes[3].ShouldBe(bytes[0]);
    }

    [Fact]
    public void TrainQuantized_LeavesTheFloatModelAsItWas_ForTheNextPlan()
    {
        var model = SineProblem.Train(SineProblem.Shape());
        var before = model.PredictFloat(SineProblem.Validation.Inputs);

        Quantize(model, PrecisionPlan.Uniform(4));

        model.PredictFloat(SineProblem.Validation.Inputs).ShouldBe(before);
    }

    [Fact]
    public void TrainQuantized_ReturnsTheEpochOfTheLeastHardwareError_WhenThatIsMeasured()
    {
        var model = SineProblem.Train(SineProblem.Shape());
        var seen = new List<QuantizedEncoder>();
        double[] errors = [5, 4, 1, 2, 3, 6, 7];

        var encoder = Trainer.TrainQuantized(
            model, PrecisionPlan.Uniform(4), SineProblem.Training, SineProblem.Validation, SineProblem.Quantized,
            snapshot =>
            {
                seen.Add(snapshot);
                return errors[seen.Count - 1];
            },
            cancellation: TestContext.Current.CancellationToken);

        seen.Count.ShouldBe(7);
        Bytes(encoder.Snapshot()).ShouldBe(Bytes(seen[2]));
        Bytes(encoder.Snapshot()).ShouldNotBe(Bytes(seen[3]));
    }

    [Fact]
    public void TrainFloat_StopsAfterThePatience_WithoutABetterEpoch()
    {
        var results = new List<EpochResult>();
        // A rate so small that float weights do not move: the first epoch stays the best.
        var options = SineProblem.Options with { LearningRate = 1e-30, Patience = 3, Epochs = 50 };

        Trainer.TrainFloat(
            SineProblem.Shape(normalization: Normalization.None), SineProblem.Training, SineProblem.Validation,
            options, new Collect(results), cancellation: TestContext.Current.CancellationToken);

        results.Count.ShouldBe(4);
        results.Select(result => result.Best).ShouldBe([true, false, false, false]);
    }

    [Fact]
    public void TrainFloat_Throws_WhenCancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => Trainer.TrainFloat(
            SineProblem.Shape(), SineProblem.Training, SineProblem.Validation, SineProblem.Options,
            cancellation: source.Token));
    }

    private static FakeQuantizedEncoder Quantize(EncoderModel model, PrecisionPlan plan) => Trainer.TrainQuantized(
        model, plan, SineProblem.Training, SineProblem.Validation, SineProblem.Quantized);

    private static byte[] Bytes(QuantizedEncoder encoder)
    {
        var path = Path.GetTempFileName();
        EncoderFile.Write(path, encoder);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private sealed class Collect(List<EpochResult> results) : IProgress<EpochResult>
    {
        public void Report(EpochResult value) => results.Add(value);
    }
}
