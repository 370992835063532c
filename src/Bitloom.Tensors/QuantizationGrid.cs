namespace Bitloom.Tensors;

/// <summary>
/// The integers that a fake-quantized tensor may hold and what they mean: real = scale (q - Z). Scale and zero point
/// are
/// learned as <see cref="RangeLearning"/> says; the zero point that is used is always an integer of the range, so that
/// real 0 is on the grid.
/// </summary>
public sealed class QuantizationGrid
{
    private readonly LearnedScale _scale;

    /// <summary>A frozen grid; see <see cref="SetTrainable"/>.</summary>
    public QuantizationGrid(
        int minimum, int maximum, double scale, int zeroPoint, RangeLearning learning = RangeLearning.LogFactor)
    {
        (Minimum, Maximum) = (minimum, maximum);
        // The further end from 0; the additional integer below, which signed formats have, does not count.
        _scale = new LearnedScale(learning, scale, Math.Max(maximum - zeroPoint, zeroPoint - minimum - 1));
        Range = FloatTensor.Parameter(TensorShape.Row(1), [_scale.Start]);
        Offset = FloatTensor.Parameter(TensorShape.Row(1), [IsStep ? (float)(-scale * zeroPoint) : zeroPoint]);
        SetTrainable(scale: false, zeroPoint: false);
    }

    /// <summary>Least integer.</summary>
    public int Minimum { get; }

    /// <summary>Greatest integer.</summary>
    public int Maximum { get; }

    /// <summary>What <see cref="Range"/> and <see cref="Offset"/> are.</summary>
    public RangeLearning Learning => _scale.Learning;

    /// <summary>
    /// What is learned of the scale, one element: the natural logarithm of scale / initial scale, the scale, or the
    /// clipping level alpha, which is the end of the range that is further from 0.
    /// </summary>
    public FloatTensor Range { get; }

    /// <summary>
    /// The zero point before rounding, or, where the step size is learned, beta = -scale Z; one element.
    /// </summary>
    public FloatTensor Offset { get; }

    /// <summary>The scale now; the forward pass uses it in single precision.</summary>
    public double Scale => _scale.Scale(Range.Values[0]);

    /// <summary>The zero point that the forward pass uses.</summary>
    public int IntegerZeroPoint
    {
        get
        {
            var exact = IsStep ? (float)(-Offset.Values[0] / Scale) : Offset.Values[0];
            return (int)MathF.Floor(Math.Clamp(exact, Minimum, Maximum) + 0.5f);
        }
    }

    /// <summary>
    /// L2 penalty on the clipping level: its gradient grows by Decay alpha (Choi et al. 2018, section 3).
    /// </summary>
    public float Decay { get; set; }

    /// <summary>Units of <see cref="Range"/> for steps relative to the scale.</summary>
    public double RangeUnit => _scale.Unit;

    /// <summary>Units of <see cref="Offset"/> for steps relative to the width of the range.</summary>
    public double OffsetUnit => (Maximum - Minimum) * (IsStep ? _scale.Initial : 1);

    private bool IsStep => Learning == RangeLearning.StepSize;

    /// <summary>Chooses what the backward pass computes gradients for; a fixed grid has none.</summary>
    public void SetTrainable(bool scale, bool zeroPoint)
    {
        Range.NeedsGradient = scale && Learning != RangeLearning.Fixed;
        Offset.NeedsGradient = zeroPoint && Learning is (RangeLearning.LogFactor or RangeLearning.StepSize);
    }

    /// <summary>Keeps the scale positive and the zero point within the format.</summary>
    public void Limit()
    {
        Range.Values[0] = _scale.Limit(Range.Values[0]);
        var (low, high) = IsStep ? (-Scale * Maximum, -Scale * Minimum) : (Minimum, Maximum);
        Offset.Values[0] = Math.Clamp(Offset.Values[0], (float)low, (float)high);
    }

    /// <summary>The penalty's part of the gradient, once a step.</summary>
    public void AddDecay()
    {
        if (Range.NeedsGradient && Learning == RangeLearning.Clipping)
            Range.Gradient![0] += Decay * Range.Values[0];
    }

    /// <summary>Adds the gradients of scale and offset, <paramref name="count"/> values a window.</summary>
    internal void AddGradient(Tape tape, ClampedGradient sums, int count)
    {
        var (scale, zeroPoint) = ((float)Scale, IntegerZeroPoint);
        if (Range.NeedsGradient)
        {
            tape.GradientOf(Range)[0] += _scale.Gradient(
                sums, scale, (Minimum - zeroPoint, Maximum - zeroPoint), (Minimum, Maximum), count);
        }

        if (Offset.NeedsGradient)
            tape.GradientOf(Offset)[0] += OffsetFactor(scale, count) * (sums.Below + sums.Above);
    }

    private float OffsetFactor(float scale, int count) =>
        IsStep ? LearnedScale.StepFactor(Maximum, count) : -scale;
}
