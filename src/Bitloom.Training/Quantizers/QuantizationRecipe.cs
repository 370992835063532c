using System.Collections.Immutable;

namespace Bitloom.Training;

/// <summary>
/// How ranges are found and what quantization-aware training does; the defaults are those that measured best
/// (docs/quantization.md, which has the source of each).
/// </summary>
public sealed record QuantizationRecipe
{
    /// <summary>The first ranges of activations and weights.</summary>
    public RangeMethod Ranges { get; init; } = RangeMethod.MeanSquaredError;

    /// <summary>Percent of the values, 50 .. 100, within each end with <see cref="RangeMethod.Percentile"/>.</summary>
    public double Percentile { get; init; } = 99.9;

    /// <summary>How the ranges are trained.</summary>
    public RangeTraining Learning { get; init; } = RangeTraining.LogFactor;

    /// <summary>What shares a weight's scale.</summary>
    public WeightGranularity Weights { get; init; } = WeightGranularity.PerChannel;

    /// <summary>
    /// Widths, falling, each of which is trained from the one before; the last is the plan's. Empty: that one alone.
    /// </summary>
    public ImmutableArray<int> Gradual { get; init; } = [];

    /// <summary>
    /// The weight, 0 .. 1, of the loss towards the float model's predictions, the rest towards the targets
    /// (Hinton et al. 2015, section 2).
    /// </summary>
    public double Distillation { get; init; } = 0.5;

    /// <summary>
    /// The greatest weight, reached at the end along half a cosine, of the loss that keeps weights near the middle of
    /// their integers (Nagel et al. 2022, section 4.2); 0: none.
    /// </summary>
    public double Dampening { get; init; }

    /// <summary>
    /// The decay, 0 .. 1, a step of an exponential moving average of all that is trained, which is validated and kept
    /// in
    /// its place (Polyak and Juditsky 1992; Izmailov et al. 2018); 0: none.
    /// </summary>
    public double Averaging { get; init; }

    /// <summary>
    /// The learning rate of the ranges over that of the weights. Adam's steps do not depend on a gradient's size, so
    /// that
    /// this is what the gradient scale of LSQ is with plain gradient descent.
    /// </summary>
    public double RangeSpeed { get; init; } = 0.3;

    /// <summary>The share of the epochs, at the end, for which the ranges stay.</summary>
    public double FrozenShare { get; init; } = 1.0 / 3;

    /// <summary>
    /// Without training: biases take up the mean error of each channel (<see cref="BiasCorrection"/>).
    /// </summary>
    public bool CorrectsBias { get; init; }

    /// <summary>The penalty on clipping levels with <see cref="RangeTraining.Clipping"/>.</summary>
    public double ClippingDecay { get; init; } = 2e-4;

    /// <summary>The gradient of the grids.</summary>
    internal Tensors.RangeLearning Gradient => Learning switch
    {
        RangeTraining.Fixed => Tensors.RangeLearning.Fixed,
        RangeTraining.LogFactor => Tensors.RangeLearning.LogFactor,
        RangeTraining.StepSize => Tensors.RangeLearning.StepSize,
        RangeTraining.Clipping => Tensors.RangeLearning.Clipping,
    };
}
