namespace Bitloom.Ir;

/// <summary>
/// What an integer means: real = <paramref name="Scale"/> * (q - <paramref name="ZeroPoint"/>). Metadata only: no
/// evaluator reads it, the host uses it to quantize inputs and to read outputs.
/// </summary>
public readonly record struct AffineScale(double Scale, int ZeroPoint);
