namespace Bitloom.Training;

/// <summary>Trains encoders by a loss: in floats, then with the hardware's rounding.</summary>
public static class Trainer
{
    /// <summary>A model from random weights, at its best validation loss.</summary>
    public static EncoderModel TrainFloat(
        EncoderShape shape, TrainingSet training, TrainingSet validation, TrainingOptions options,
        IProgress<EpochResult>? progress = null, TrainingCheckpoint? checkpoint = null,
        CancellationToken cancellation = default)
    {
        var model = new EncoderModel(shape, options.Seed);
        var trainables = model.Parameters.Select(parameter => new Trainable(parameter)).ToList();
        var loop = new TrainingLoop(model, FloatForward.Instance, trainables, options) { Checkpoint = checkpoint };
        loop.Run(training, new StateCopy(model.State), (TrainingPhase.Float, double.PositiveInfinity),
            () => options.Loss.Mean(model.PredictFloat(validation.Inputs), validation.Targets, shape.Outputs), progress,
            cancellation);
        return model;
    }

    /// <summary>
    /// Calibrates quantizers for a copy of the float model and trains both by the options' recipe. The best epoch is
    /// chosen by <paramref name="hardwareValidation"/> of the snapshot (lower is better) when it is given, else by the
    /// fake-quantized validation loss; the calibrated model itself is a candidate. What was chosen is what is returned.
    /// </summary>
    public static FakeQuantizedEncoder TrainQuantized(
        EncoderModel model, PrecisionPlan plan, TrainingSet training, TrainingSet validation, TrainingOptions options,
        Func<QuantizedEncoder, double>? hardwareValidation = null, IProgress<EpochResult>? progress = null,
        TrainingCheckpoint? checkpoint = null, CancellationToken cancellation = default)
    {
        var stages = new QuantizedStages(training, options, Validate, progress, checkpoint, cancellation);
        return stages.Run(model, plan);

        double Validate(FakeQuantizedEncoder encoder) => hardwareValidation is null
            ? options.Loss.Mean(
                encoder.PredictFakeQuantized(validation.Inputs), validation.Targets, model.Shape.Outputs)
            : hardwareValidation(encoder.Snapshot());
    }

    /// <summary>
    /// The quantized encoder from the float model and calibration data alone, without training; biases are corrected
    /// where the recipe says so.
    /// </summary>
    public static FakeQuantizedEncoder QuantizeAfterTraining(
        EncoderModel model, PrecisionPlan plan, TrainingSet calibration, QuantizationRecipe? recipe = null)
    {
        recipe ??= new QuantizationRecipe();
        var encoder = FakeQuantizedEncoder.Calibrate(model, plan, calibration, recipe);
        if (recipe.CorrectsBias)
            BiasCorrection.Apply(encoder, calibration);
        return encoder;
    }

    /// <summary>The mean of the squared differences, summed in double precision.</summary>
    public static double MeanSquaredError(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets)
    {
        var sum = 0.0;
        for (var i = 0; i < targets.Length; i++)
            sum += ((double)predictions[i] - targets[i]) * ((double)predictions[i] - targets[i]);
        return sum / targets.Length;
    }
}
