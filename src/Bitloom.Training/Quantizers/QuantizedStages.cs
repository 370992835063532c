using System.Collections.Immutable;

namespace Bitloom.Training;

/// <summary>
/// Quantization-aware training by a recipe: one stage for each width, the last one at the plan's. An earlier stage is
/// trained for a while and leaves its best weights to the next, which calibrates its own quantizers for them.
/// </summary>
internal sealed class QuantizedStages(
    TrainingSet training, TrainingOptions options, Func<FakeQuantizedEncoder, double> validate,
    IProgress<EpochResult>? progress, TrainingCheckpoint? checkpoint, CancellationToken cancellation)
{
    private readonly QuantizationRecipe _recipe = options.Recipe;

    public FakeQuantizedEncoder Run(EncoderModel model, PrecisionPlan plan)
    {
        var towards = Distillation.Targets(training, model, _recipe.Distillation, options.Loss);
        var widths = _recipe.Gradual.IsDefaultOrEmpty ? [plan.DefaultBits] : _recipe.Gradual;
        var (weights, first) = (model, 1);
        for (var stage = 0; stage < widths.Length - 1; stage++)
        {
            var epochs = EarlyEpochs(options.Epochs, widths.Length, stage);
            weights = Train(weights, AtLeast(plan, widths[stage]), towards, new(first, epochs, Last: false)).Model;
            first += epochs;
        }

        return Train(weights, plan, towards, new(first, options.Epochs - first + 1, Last: true));
    }

    /// <summary>Half of all epochs are those of the last stage, or a little more; the others share the rest.</summary>
    internal static int EarlyEpochs(int epochs, int stages, int stage)
    {
        var half = epochs / 2;
        return half * (stage + 1) / (stages - 1) - half * stage / (stages - 1);
    }

    /// <summary>The plan of a stage: what is wider than its width stays as wide as it is.</summary>
    internal static PrecisionPlan AtLeast(PrecisionPlan plan, int bits) => plan with
    {
        DefaultBits = bits,
        Overrides = plan.Overrides.ToImmutableSortedDictionary(
            pair => pair.Key, pair => Math.Max(pair.Value, bits), StringComparer.Ordinal),
    };

    private FakeQuantizedEncoder Train(EncoderModel model, PrecisionPlan plan, TrainingSet towards, StageEpochs stage)
    {
        var encoder = FakeQuantizedEncoder.Calibrate(model, plan, training, _recipe);
        var ranges = new LearnedRanges(encoder, _recipe);
        var average = new WeightAverage(encoder.Model.State.Concat(ranges.State), _recipe.Averaging);
        var initial = validate(encoder);
        if (stage.First == 1)
            Report(new EpochResult(TrainingPhase.Quantized, 0, options.Epochs, null, initial, Best: true), stage);
        var loop = new TrainingLoop(encoder.Model, encoder, ranges.Trainables, options with { Epochs = stage.Count })
        {
            BeforeEpoch = epoch => Begin(ranges, epoch, stage.Count),
            Checkpoint = checkpoint,
            Resumed = average.Resume,
            AfterBackward = ranges.AddDecay,
            AfterStep = () =>
            {
                ranges.Limit();
                average.Add();
            },
        };
        loop.Run(towards, new StateCopy(average.State), (TrainingPhase.Quantized, initial),
            () => average.With(() => validate(encoder)), new StageProgress(result => Report(result, stage)), cancellation);
        average.Take();
        return encoder;
    }

    private void Begin(LearnedRanges ranges, int epoch, int epochs)
    {
        ranges.SetTrainable(epoch - 1 < (1 - _recipe.FrozenShare) * epochs);
        ranges.SetDampening(_recipe.Dampening * (1 - Math.Cos(Math.PI * epoch / epochs)) / 2);
    }

    private void Report(EpochResult result, StageEpochs stage) => progress?.Report(result with
    {
        Epoch = result.Epoch == 0 ? 0 : result.Epoch + stage.First - 1,
        Epochs = options.Epochs,
        Best = result.Best && stage.Last,
    });

    /// <summary>The epochs of a stage, numbered through all stages.</summary>
    private readonly record struct StageEpochs(int First, int Count, bool Last);

    /// <summary>Reports at once, on the caller's thread.</summary>
    private sealed class StageProgress(Action<EpochResult> report) : IProgress<EpochResult>
    {
        public void Report(EpochResult value) => report(value);
    }
}
