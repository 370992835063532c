using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>When one instruction runs, in cycles from the program's cycle 0.</summary>
/// <param name="Start">First issue cycle, after the delay.</param>
/// <param name="End">The cycle after the last tile's last.</param>
public sealed record ScheduledInstruction(
    string Tensor, int Head, Opcode Opcode, int Delay, int Tiles, int TileCycles, long Start, long End);

/// <summary>The exact timing of an inference.</summary>
/// <param name="Cycles">
/// From the first input element taken to the last output element taken, both included, streams never stalled.
/// </param>
public sealed record ExecutionSchedule(ImmutableArray<ScheduledInstruction> Instructions, long Cycles);
