namespace Bitloom.Tensors;

/// <summary>
/// One scale as the number that is learned in its place: see <see cref="RangeLearning"/>. Ends of the range are in
/// units
/// of the scale, counted from the integer that means 0.
/// </summary>
/// <param name="Initial">The scale at first.</param>
/// <param name="Clip">The clipping level over the scale.</param>
internal readonly record struct LearnedScale(RangeLearning Learning, double Initial, int Clip)
{
    // No step may turn a scale over: it stops at this share of its initial value.
    private const float Least = 1e-3f;

    /// <summary>What is learned, at first.</summary>
    public float Start => Learning switch
    {
        RangeLearning.Fixed or RangeLearning.LogFactor => 0,
        RangeLearning.StepSize => (float)Initial,
        RangeLearning.Clipping => (float)(Initial * Clip),
    };

    /// <summary>
    /// The change of <see cref="Start"/> that changes the scale by its initial value: an optimizer whose steps do not
    /// depend on the gradient's size, as Adam, needs it for steps that are relative to the scale.
    /// </summary>
    public double Unit => Learning is RangeLearning.StepSize or RangeLearning.Clipping ? Start : 1;

    /// <summary>The scale for a learned value.</summary>
    public double Scale(float value) => Learning switch
    {
        RangeLearning.Fixed or RangeLearning.LogFactor => Initial * Math.Exp(value),
        RangeLearning.StepSize => value,
        RangeLearning.Clipping => (double)value / Clip,
    };

    /// <summary>The nearest learned value that means a positive scale.</summary>
    public float Limit(float value) =>
        Learning is RangeLearning.StepSize or RangeLearning.Clipping ? MathF.Max(value, Least * Start) : value;

    /// <summary>
    /// d loss / d learned value, N values sharing the scale; <paramref name="format"/> holds the ends of the format,
    /// which differ from those counted from 0 where there is a zero point.
    /// </summary>
    public float Gradient(
        ClampedGradient sums, float scale, (int Low, int High) ends, (int Low, int High) format, int count) =>
        Learning switch
        {
            RangeLearning.Fixed => 0,
            RangeLearning.LogFactor => scale * sums.OfScale(ends.Low, ends.High),
            RangeLearning.StepSize => StepFactor(format.High, count) * sums.OfScale(format.Low, format.High),
            RangeLearning.Clipping => (ends.Low * sums.Below + ends.High * sums.Above) / Clip,
        };

    /// <summary>g = 1 / sqrt(N Qp) (Esser et al. 2020, section 2.2).</summary>
    public static float StepFactor(int greatest, int count) => 1 / MathF.Sqrt((float)count * greatest);
}
