namespace Bitloom.Engine;

/// <summary>LUTs that are written together, as one cell.</summary>
/// <param name="Bits">Of a word.</param>
/// <param name="Memory">LUTs that hold the words.</param>
/// <param name="Luts">These, and what is lost of others.</param>
public readonly record struct LutGroup(int Bits, int Words, int Memory, int Luts);
