using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bitloom.Tensors;

/// <summary>
/// Sixteen columns of a weight matrix on their scales: rounding in double precision, as the integer graph rounds, and
/// its gradient.
/// </summary>
internal readonly struct FakeQuantizeWeightKernel
{
    public const int Width = PartVector.Width;

    private readonly Vector512<double> _leftScale;
    private readonly Vector512<double> _rightScale;
    private readonly Vector512<float> _limit;

    /// <param name="scales">Of at most sixteen columns.</param>
    public FakeQuantizeWeightKernel(ReadOnlySpan<double> scales, int limit)
    {
        Span<double> all = stackalloc double[Width];
        all.Fill(1);
        scales.CopyTo(all);
        (_leftScale, _rightScale) = (Vector512.Create<double>(all[..8]), Vector512.Create<double>(all[8..]));
        _limit = Vector512.Create((float)limit);
    }

    /// <summary>y = scale q, q = clamp(floor(w / scale + 1/2), +-limit).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Round(Vector512<float> weight) => Real(Clamped(Rounded(weight, out _)));

    /// <summary>
    /// Adds to the gradient of the weights within the range and, a column, to the sums that the scale learns from.
    /// </summary>
    /// <param name="pull">What draws each weight within the range, times its distance from its rounded value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Backward(
        Vector512<float> weight, Vector512<float> dy, float pull, Vector512<float> dw, ref Sums sums)
    {
        var rounded = Rounded(weight, out var error);
        var clamped = Clamped(rounded);
        var inside = Vector512.Equals(rounded, clamped);
        sums.Below += Vector512.BitwiseAnd(Vector512.LessThan(rounded, -_limit), dy);
        sums.Above += Vector512.BitwiseAnd(Vector512.GreaterThan(rounded, _limit), dy);
        sums.Rounding += Vector512.BitwiseAnd(inside, dy * error);
        return dw + Vector512.BitwiseAnd(inside, dy + (weight - Real(clamped)) * pull);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Clamped(Vector512<float> rounded) =>
        Vector512.MinNative(Vector512.MaxNative(rounded, -_limit), _limit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Real(Vector512<float> quantized)
    {
        var (left, right) = Vector512.Widen(quantized);
        return Vector512.Narrow(left * _leftScale, right * _rightScale);
    }

    /// <summary>The nearest integer before it is clamped, and how far it is above w / scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Rounded(Vector512<float> weight, out Vector512<float> error)
    {
        var (left, right) = Vector512.Widen(weight);
        (left, right) = (left / _leftScale, right / _rightScale);
        var half = Vector512.Create(0.5);
        var (leftRounded, rightRounded) = (Vector512.Floor(left + half), Vector512.Floor(right + half));
        error = Vector512.Narrow(leftRounded - left, rightRounded - right);
        return Vector512.Narrow(leftRounded, rightRounded);
    }

    /// <summary>The sums of <see cref="ClampedGradient"/>, a column each.</summary>
    public struct Sums
    {
        public Vector512<float> Rounding;
        public Vector512<float> Below;
        public Vector512<float> Above;

        public readonly ClampedGradient Of(int column) => new(Rounding[column], Below[column], Above[column]);
    }
}
