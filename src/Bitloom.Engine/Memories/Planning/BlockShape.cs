namespace Bitloom.Engine;

/// <summary>A way to use block RAM: words of so many bits.</summary>
/// <param name="Units">Blocks that it takes, in units of the family's smallest block.</param>
public readonly record struct BlockShape(int Bits, int Words, int Units);
