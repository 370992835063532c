namespace Bitloom.Reporting;

/// <summary>What a change would free, by the memory planner and not by synthesis.</summary>
/// <param name="Change">Such as <c>weights of 6 bits</c>.</param>
/// <param name="BlockRam">Memory blocks of the device's own size.</param>
/// <param name="Lut">LUTs of memories.</param>
public sealed record SavingEntry(string Change, double BlockRam, int Lut);
