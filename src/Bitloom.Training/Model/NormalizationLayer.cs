using System.Collections.Immutable;
using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// Batch normalization with learned gamma and beta until it is folded; from then on scale and shift a column, learned
/// in their place. With LayerNorm and RMSNorm it is the affine part of the normalized tokens, and from the folding on
/// that of the residual branch alone.
/// </summary>
internal sealed class NormalizationLayer(int columns, bool ofTokens)
{
    /// <summary>True for the affine part of LayerNorm and RMSNorm.</summary>
    public bool OfTokens => ofTokens;

    private const float Momentum = 0.1f;

    /// <summary>Gamma, or the scale once folded.</summary>
    public FloatTensor Scale { get; } = FloatTensor.Parameter(TensorShape.Row(columns), Repeat(1, columns));

    /// <summary>Beta, or the shift once folded.</summary>
    public FloatTensor Shift { get; } = FloatTensor.Parameter(TensorShape.Row(columns), Repeat(0, columns));

    public BatchStatistics Running { get; } = new(columns);

    public bool Folded { get; private set; }

    /// <summary>The two ways in which normalized tokens are read.</summary>
    public TokenTensors Read(Tape tape, FloatTensor normalized)
    {
        var affine = tape.ChannelAffine(normalized, Scale, Shift);
        return new(Folded ? normalized : affine, affine);
    }

    public FloatTensor Forward(Tape tape, FloatTensor x)
    {
        if (Folded)
            return tape.ChannelAffine(x, Scale, Shift);
        if (tape.Recording)
            return tape.BatchNorm(x, Scale, Shift, Running, Momentum);
        var affine = ToAffine();
        return tape.ChannelAffine(x, Row(affine.Scale), Row(affine.Shift));
    }

    public ChannelAffine ToAffine()
    {
        if (Folded || ofTokens)
            return new ChannelAffine([.. Scale.Values], [.. Shift.Values]);
        var scale = Enumerable.Range(0, columns)
            .Select(j => Scale.Values[j] / MathF.Sqrt(Running.Variance[j] + BatchNormOperation.Epsilon)).ToArray();
        return new ChannelAffine(
            [.. scale], [.. Enumerable.Range(0, columns).Select(j => Shift.Values[j] - scale[j] * Running.Mean[j])]);
    }

    public void Load(ChannelAffine affine)
    {
        affine.Scale.CopyTo(Scale.Values);
        affine.Shift.CopyTo(Shift.Values);
        Folded = true;
    }

    private static FloatTensor Row(ImmutableArray<float> values) =>
        FloatTensor.Constant(TensorShape.Row(values.Length), [.. values]);

    private static float[] Repeat(float value, int count) => [.. Enumerable.Repeat(value, count)];
}
