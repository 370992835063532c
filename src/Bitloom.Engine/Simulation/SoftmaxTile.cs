namespace Bitloom.Engine;

/// <summary>What the softmax keeps of a tile from SOFTMAX to PROBABILITIES.</summary>
/// <param name="Fields">SOFTMAX's.</param>
/// <param name="Maxima">The greatest score of each row.</param>
/// <param name="Reciprocals">Of each row's sum of exponentials.</param>
internal sealed record SoftmaxTile(Instruction Fields, int[] Maxima, long[] Reciprocals);
