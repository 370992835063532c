namespace Bitloom.Fuzzing;

/// <summary>A case that some implementation answers otherwise than the oracle.</summary>
/// <param name="Implementation">Which one.</param>
/// <param name="Message">What it said.</param>
public sealed record CaseFailure(ProgramCase Case, string Implementation, string Message);
