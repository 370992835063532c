namespace Bitloom.Engine;

/// <summary>What a device has for memories.</summary>
/// <param name="BlockUnits">Units of block RAM (<see cref="BlockShape"/>).</param>
/// <param name="LutMemory">LUTs that can be written.</param>
public sealed record MemoryBudget(MemoryFamily Family, int BlockUnits, int LutMemory);
