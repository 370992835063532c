using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class QuantizationRecipeTests
{
    private static readonly Lazy<EncoderModel> Model = new(() => SineProblem.Train(SineProblem.Shape()));

    /// <summary>Every recipe that is unlike the default in one thing.</summary>
    public static TheoryData<string> Names { get; } = ["fixed", "lsq", "pact", "log", "perTensor", "gradual", "distillation", "dampening", "averaging"];

    [Theory]
    [MemberData(nameof(Names))]
    public void TrainQuantized_BeatsItsCalibration_ByEveryRecipe(string name)
    {
        var (recipe, plan) = (Recipe(name), PrecisionPlan.Uniform(4));
        var calibrated = FakeQuantizedEncoder.Calibrate(Model.Value, plan, SineProblem.Training, recipe);

        var trained = Train(recipe, plan);

        SineProblem.Error(trained.PredictFakeQuantized(SineProblem.Validation.Inputs)).ShouldBeLessThan(
            0.8 * SineProblem.Error(calibrated.PredictFakeQuantized(SineProblem.Validation.Inputs)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TrainQuantized_ReturnsTheEncoderThatWasMeasuredBest_ByEveryRecipe(string name)
    {
        var measured = new List<(QuantizedEncoder Snapshot, double Error)>();

        var trained = Train(Recipe(name), PrecisionPlan.Uniform(4), snapshot =>
        {
            var error = SineProblem.Error(FakeQuantizedEncoder.FromSnapshot(snapshot)
                .PredictFakeQuantized(SineProblem.Validation.Inputs));
            measured.Add((snapshot, error));
            return error;
        });

        var best = measured.Where(m => m.Snapshot.Tensors["input"].Bits == 4).MinBy(m => m.Error).Snapshot;
        trained.Snapshot().Weights.Head.Weight.ShouldBe(best.Weights.Head.Weight);
        trained.Snapshot().Tensors.ShouldBe(best.Tensors);
        trained.Snapshot().WeightMatrices["output.weight"].Scales.ShouldBe(best.WeightMatrices["output.weight"].Scales);
    }

    [Fact]
    public void Gradual_TrainsEachWidthInTurn_AndCountsTheEpochsThrough()
    {
        var (widths, results) = (new List<int>(), new List<EpochResult>());
        var options = SineProblem.Quantized with { Epochs = 7, Recipe = Recipe("gradual") };

        Trainer.TrainQuantized(
            Model.Value, PrecisionPlan.Uniform(4).With("output", 7), SineProblem.Training, SineProblem.Validation, options,
            snapshot =>
            {
                widths.Add(snapshot.Tensors["layer0.scores"].Bits);
                return -snapshot.Tensors["output"].Bits;
            },
            new Collect(results), cancellation: TestContext.Current.CancellationToken);

        // A measurement of each calibration, then of each epoch: 1 at 8 bits, 2 at 6, 4 at 4.
        widths.ShouldBe([8, 8, 6, 6, 6, 4, 4, 4, 4, 4]);
        results.Select(result => result.Epoch).ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]);
        results.Select(result => result.ValidationLoss).ShouldBe([-8, -8, -7, -7, -7, -7, -7, -7]);
        results.ShouldAllBe(result => result.Epochs == 7);
    }

    [Theory]
    [InlineData(30, 3)]
    [InlineData(7, 3)]
    [InlineData(1, 4)]
    [InlineData(9, 2)]
    public void EarlyStages_ShareHalfOfTheEpochs(int epochs, int stages)
    {
        var early = Enumerable.Range(0, stages - 1).Select(i => QuantizedStages.EarlyEpochs(epochs, stages, i)).ToArray();

        early.Sum().ShouldBe(epochs / 2);
        (early.Max() - early.Min()).ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Distillation_HasTheGradientOfBothErrors(double weight)
    {
        var towards = Distillation.Targets(
            SineProblem.Training, Model.Value, weight, Loss.MeanSquaredError).Targets;

        var teacher = Model.Value.PredictFloat(SineProblem.Training.Inputs);
        for (var i = 0; i < 20; i++)
        {
            const double Y = 0.4;
            var gradient = (1 - weight) * 2 * (Y - SineProblem.Training.Targets[i]) + weight * 2 * (Y - teacher[i]);
            (2 * (Y - towards[i])).ShouldBe(gradient, 1e-5);
        }
    }

    [Fact]
    public void Distillation_MixesClassesWithProbabilities_ForTheCrossEntropy()
    {
        var model = new EncoderModel(SineProblem.Shape() with { Outputs = 2 }, 1);
        var inputs = SineProblem.Training.Inputs[..(2 * SineProblem.Window)];
        var logits = model.PredictFloat(inputs);

        var towards = Distillation.Targets(
            new TrainingSet(inputs, [1, 0, 0, 1], 2), model, 0.25, Loss.CrossEntropy).Targets;

        var second = 1 / (1 + Math.Exp(logits[2] - logits[3]));
        ((double)towards[3]).ShouldBe(0.75 + 0.25 * second, 1e-6);
        ((double)towards[2]).ShouldBe(0.25 * (1 - second), 1e-6);
        (towards[0] + towards[1]).ShouldBe(1, 1e-6f);
    }

    [Fact]
    public void WeightAverage_IsTheFormula_AndLeavesTheArraysAsTheyWere()
    {
        float[] live = [1];
        var average = new WeightAverage([live], decay: 0.5);

        // The decay grows as (k - 1) / (k + 9) up to its value.
        live[0] = 2;
        average.Add();
        live[0] = 4;
        average.Add();

        var expected = 1f / 11 * 2 + 10f / 11 * 4;
        average.With(() => live[0]).ShouldBe(expected, 1e-5);
        live[0].ShouldBe(4);
        average.Take();
        live[0].ShouldBe(expected, 1e-5f);
    }

    internal static QuantizationRecipe Recipe(string name)
    {
        var recipe = new QuantizationRecipe();
        return name switch
        {
            "fixed" => recipe with { Learning = RangeTraining.Fixed },
            "lsq" => recipe with { Learning = RangeTraining.StepSize },
            "pact" => recipe with { Learning = RangeTraining.Clipping },
            "log" => recipe with { Learning = RangeTraining.LogFactor },
            "perTensor" => recipe with { Weights = WeightGranularity.PerTensor },
            "gradual" => recipe with { Gradual = [8, 6, 4] },
            "distillation" => recipe with { Distillation = 0.5 },
            "dampening" => recipe with { Dampening = 1e-3 },
            _ => recipe with { Averaging = 0.9 },
        };
    }

    private static FakeQuantizedEncoder Train(
        QuantizationRecipe recipe, PrecisionPlan plan, Func<QuantizedEncoder, double>? validation = null) =>
        Trainer.TrainQuantized(
            Model.Value, plan, SineProblem.Training, SineProblem.Validation,
            SineProblem.Quantized with { Epochs = 10, Recipe = recipe }, validation,
            cancellation: TestContext.Current.CancellationToken);

    private sealed class Collect(List<EpochResult> results) : IProgress<EpochResult>
    {
        public void Report(EpochResult value) => results.Add(value);
    }
}
