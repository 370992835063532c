namespace Bitloom.Tensors;

/// <summary>
/// What a backward pass through a grid sums up over its elements, dy being the gradient of a rounded value.
/// </summary>
/// <param name="Rounding">Sum of dy (q - position) over the values within the range.</param>
/// <param name="Below">Sum of dy over the values clamped to the least integer.</param>
/// <param name="Above">Sum of dy over the values clamped to the greatest integer.</param>
internal readonly record struct ClampedGradient(float Rounding, float Below, float Above)
{
    /// <summary>
    /// d loss / d scale, when the ends of the range are <paramref name="low"/> and <paramref name="high"/> scales.
    /// </summary>
    public float OfScale(float low, float high) => Rounding + low * Below + high * Above;
}
