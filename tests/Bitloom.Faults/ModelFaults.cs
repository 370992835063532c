using System.Collections.Immutable;

namespace Bitloom.Faults;

/// <summary>From data to integer constants: Data, Tensors, Training and Quantization.</summary>
internal static class ModelFaults
{
    private const string Constants = "src/Bitloom.Quantization/Constants/";
    private const string Forward = "src/Bitloom.Quantization/Forward/";
    private const string Operations = "src/Bitloom.Tensors/Operations/";
    private const string Kernels = "src/Bitloom.Tensors/Kernels/";
    private const string Windows = "src/Bitloom.Data/Windows/";

    public static ImmutableArray<Fault> All { get; } =
    [
        new("rounding half to even", "src/Bitloom.Quantization/Rounding.cs",
            "Math.Floor(value + 0.5)", "Math.Round(value)", "RoundingTests"),
        new("zero point ignored", Constants + "EpilogueConstants.cs",
            "return real - accumulator - residual", "return real - residual", "EncoderQuantizerTests"),
        new("zero point of the residual ignored", Constants + "EpilogueConstants.cs",
            "(product.Residual?.ZeroPoint ?? 0)", "0L", "EncoderQuantizerTests"),
        new("offset without its half", Constants + "EpilogueConstants.cs",
            "residual + (1L << (s - 1))", "residual", "EncoderQuantizerTests"),
        new("multipliers not limited", Constants + "EpilogueConstants.cs",
            "Math.Abs(Multiplier(column, s)) > limit || ", "", "EncoderQuantizerTests"),
        new("scale of the neighbour channel", Constants + "EncoderProducts.cs",
            "quantizer.Scales[c]", "quantizer.Scales[(c + 1) % dense.Outputs]", "EncoderQuantizerTests"),
        new("residual not normalized", Constants + "EncoderProducts.cs",
            "branch * gamma / y.Affine.Scale", "branch / y.Affine.Scale", "EncoderQuantizerTests"),
        new("scores scaled for all heads at once", Constants + "EncoderProducts.cs",
            "Math.Sqrt(_shape.HeadDimension)", "Math.Sqrt(_shape.Dimension)", "AgreementLadderTests"),
        new("exponential table off by one", Constants + "SoftmaxTable.cs",
            "-scores.Affine.Scale * d)", "-scores.Affine.Scale * Math.Max(0, d - 1))", "SoftmaxStepTests"),
        new("error bound without the residual", "src/Bitloom.Quantization/ErrorBound.cs",
            "Multiplier + Residual + Offset", "Multiplier + Offset", "EncoderQuantizerTests"),
        new("weights below their least value", Constants + "WeightCodes.cs",
            "-quantizer.Limit,", "-quantizer.Limit - 1,", "EncoderQuantizerTests"),
        new("host rounds down", "src/Bitloom.Quantization/HostQuantizer.cs",
            "Rounding.HalfUp(value / tensor.Affine.Scale + tensor.Affine.ZeroPoint)",
            "Math.Floor(value / tensor.Affine.Scale + tensor.Affine.ZeroPoint)", "HostQuantizerTests"),
        new("forward truncates", Forward + "EpilogueKernel.cs",
            "Vector.Floor(sum * _step)", "Vector.Truncate(sum * _step)", "HardwareExactForwardTests"),
        new("forward gives all windows one residual", Forward + "EpilogueKernel.cs",
            "i % residualRows * Stride", "0 * Stride", "HardwareExactForwardTests"),
        new("forward reads the values of head 0", Forward + "ContextStage.cs",
            "buffers[_step.B].AsSpan(first)", "buffers[_step.B].AsSpan(window * _tokens * full)",
            "HardwareExactForwardTests"),
        new("forward's maximum over too few keys", Forward + "SoftmaxStage.cs",
            "foreach (var score in scores)", "foreach (var score in scores[..^1])", "HardwareExactForwardTests"),
        new("differences of two steps accepted", "src/Bitloom.Quantization/Agreement/AgreementLadder.cs",
            "difference > 1 ? 1 : 0", "difference > 2 ? 1 : 0", "AgreementLadderTests"),
        new("last element never compared", "src/Bitloom.Quantization/Agreement/AgreementLadder.cs",
            "if (same < found.Length)", "if (same < found.Length - 1)", "AgreementLadderTests"),

        new("fake quantization rounds down", Kernels + "FakeQuantizeKernel.cs",
            "Vector512.Create(0.5f)", "Vector512<float>.Zero", "FakeQuantizeTests"),
        new("gradient of clamped values", Kernels + "FakeQuantizeKernel.cs",
            "Vector512.Equals(rounded, clamped), gradient, Vector512<float>.Zero",
            "Vector512.Equals(rounded, clamped), gradient, gradient", "FakeQuantizeTests"),
        new("gradient of a weight's scale turned", Kernels + "FakeQuantizeWeightKernel.cs",
            "leftRounded - left, rightRounded - right", "left - leftRounded, right - rightRounded",
            "FakeQuantizeTests WeightGridTests"),
        new("dampening pushes away", Kernels + "FakeQuantizeWeightKernel.cs",
            "weight - Real(clamped)", "Real(clamped) - weight", "WeightGridTests"),
        new("clipped values do not move the step", "src/Bitloom.Tensors/LearnedScale.cs",
            "StepFactor(format.High, count) * sums.OfScale(format.Low, format.High)",
            "StepFactor(format.High, count) * sums.Rounding", "RangeLearningTests WeightGridTests"),
        new("gradient scale without its root", "src/Bitloom.Tensors/LearnedScale.cs",
            "1 / MathF.Sqrt((float)count * greatest)", "1 / ((float)count * greatest)", "RangeLearningTests WeightGridTests"),
        new("average of the weights not taken back", "src/Bitloom.Training/Optimization/WeightAverage.cs",
            "kept.Restore();", "", "QuantizationRecipeTests"),
        new("first stage's width for all", "src/Bitloom.Training/Quantizers/QuantizedStages.cs",
            "AtLeast(plan, widths[stage])", "AtLeast(plan, widths[0])", "QuantizationRecipeTests"),
        new("bias corrected the other way", "src/Bitloom.Training/Quantizers/BiasCorrection.cs",
            "(expected[j] - rounded[j])", "(rounded[j] - expected[j])", "PostTrainingTests"),
        new("table softmax without its half", Kernels + "SoftmaxKernel.cs",
            "* inverse + 0.5f)", "* inverse)", "TableSoftmaxTests"),
        new("gradient of a normalization without its mean", Operations + "BatchNormOperation.cs",
            " - slope[j] * batch.Mean[j]", "", "OperationGradientTests"),
        new("gradient of a mean over tokens not divided", Operations + "MeanTokensOperation.cs",
            "TensorPrimitives.Multiply(y.Gradient, 1f / rows, y.Gradient);", "", "OperationGradientTests"),
        new("residual shares a gradient that is still read", Operations + "DenseOperation.cs",
            """
            Backward(tape, x, weight, bias, y);
                        if (residual.NeedsGradient)
                            Accumulate.Share(tape, residual, y);
            """,
            """
            if (residual.NeedsGradient)
                            Accumulate.Share(tape, residual, y);
                        Backward(tape, x, weight, bias, y);
            """, "OperationGradientTests"),
        new("last rows of a product left out", Kernels + "Gemm.cs",
            "operands.From(rows - WideGemmBlock.Rows)", "operands.From(done - WideGemmBlock.Rows)",
            "DenseProductTests"),
        new("loss of a piece counts as that of the batch", "src/Bitloom.Training/Optimization/BatchPass.cs",
            "tape.Backward(loss, share)", "tape.Backward(loss)", "BatchPassTests"),

        new("first steps not corrected", "src/Bitloom.Training/Optimization/Adam.cs",
            "Math.Sqrt(bias2) / bias1", "1", "AdamTests"),
        new("gradients not clipped", "src/Bitloom.Training/Optimization/Adam.cs",
            "Math.Min(1, options.GradientNorm / (Norm() + 1e-12))", "1", "AdamTests"),
        new("last state kept instead of the best", "src/Bitloom.Training/Optimization/TrainingLoop.cs",
            "            if (better)\n                state.Keep();", "            state.Keep();", "TrainerTests"),
        new("order of the windows forgotten by a checkpoint", "src/Bitloom.Training/Optimization/TrainingLoop.cs",
            "_random.State) = (saved.Steps, saved.Steps, saved.Random);",
            "_random.State) = (saved.Steps, saved.Steps, _random.State);", "TrainingCheckpointTests"),
        new("moments forgotten by a checkpoint", "src/Bitloom.Training/Optimization/TrainingLoop.cs",
            ".Concat(_adam.Moments)", "", "TrainingCheckpointTests"),
        new("average's length forgotten by a checkpoint", "src/Bitloom.Training/Optimization/WeightAverage.cs",
            "public void Resume(int steps) => _steps = steps;", "public void Resume(int steps) => _steps = 0 * steps;",
            "TrainingCheckpointTests"),
        new("any training's checkpoint believed", "src/Bitloom.Training/Checkpoints/TrainingCheckpoint.cs",
            "return reader.ReadString() == key", "return reader.ReadString() is not null", "TrainingCheckpointTests"),
        new("last of several trainings chosen", "src/Bitloom.Pipeline/Stages/TrainStage.cs",
            ".MinBy(run => run.ValidationLoss)!", ".Last()", "TrainStageTests"),
        new("hidden tensor signed", "src/Bitloom.Training/Quantizers/TensorRule.cs",
            "Activation.Relu => new TensorRule(false,", "Activation.Relu => new TensorRule(true,", "FakeQuantizedEncoderTests"),
        new("range search keeps the worst", "src/Bitloom.Training/Quantizers/RangeSearch.cs",
            "if (tried < error)", "if (tried > error)", "RangeSearchTests") { Occurrence = 1 },
        new("zero point off by one", "src/Bitloom.Training/Quantizers/RangeSearch.cs",
            "format.Minimum - low / scale + 0.5", "format.Minimum - low / scale + 1.5", "RangeSearchTests"),

        new("test part overlaps validation", Windows + "ChronologicalSplit.cs",
            "new RowRange(validated, rows)", "new RowRange(trained, rows)", "ForecastDataReaderTests"),
        new("horizon off by one", Windows + "WindowBuilder.cs",
            "last + options.Window.Horizon + o / places.Length",
            "last + options.Window.Horizon - 1 + o / places.Length",
            "ForecastDataReaderTests"),
        new("windows across gaps", Windows + "WindowBuilder.cs",
            "series.Segments[first] == series.Segments[end]", "true", "ForecastDataReaderTests"),
        new("targets that were interpolated", Windows + "WindowBuilder.cs",
            "&& !series.Measured.AsSpan(last + spec.Horizon, spec.Steps).Contains(false)", "",
            "ForecastDataReaderTests"),
        new("deviation not squared", Windows + "StandardScaler.cs",
            "Math.Sqrt(values.Average(v => (v - mean) * (v - mean)))", "values.Average(v => (v - mean) * (v - mean))",
            "ForecastDataReaderTests"),
        new("scaler fitted on validation", "src/Bitloom.Data/ForecastDataReader.cs",
            "FitScaler(series, parts.Train, options.Features)", "FitScaler(series, parts.Validation, options.Features)",
            "ForecastDataReaderTests"),
        new("long gaps interpolated", "src/Bitloom.Data/Series/MissingValues.cs",
            "missing <= longest", "missing <= longest + 1", "ForecastDataReaderTests"),
    ];
}
