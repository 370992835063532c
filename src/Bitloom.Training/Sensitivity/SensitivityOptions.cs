using System.Collections.Immutable;

namespace Bitloom.Training;

/// <summary>How sensitivities of tensors are found.</summary>
/// <param name="Bits">Widths that a tensor may have, 2..8; the greatest is what the others have meanwhile.</param>
/// <param name="Loss">Of what the increase is told.</param>
/// <param name="Recipe">How ranges are found.</param>
/// <param name="ExponentialBits">Of the softmax's exponentials.</param>
/// <param name="Windows">Calibration windows, spread over the training set.</param>
/// <param name="Probes">Random vectors of a trace (Hutchinson 1989).</param>
public sealed record SensitivityOptions(
    ImmutableArray<int> Bits, Loss Loss, QuantizationRecipe Recipe, int ExponentialBits, int Windows = 512,
    int Probes = 4);
