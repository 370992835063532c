namespace Bitloom.Pipeline;

/// <summary>Windows played in Verilator, at full speed and stalled.</summary>
/// <param name="Stage">The stage, as progress shows it.</param>
/// <param name="Name">Names the vectors and logs.</param>
/// <param name="What">What is simulated, in the report's words.</param>
internal sealed record SimulatedRun(string Stage, string Name, string What);
