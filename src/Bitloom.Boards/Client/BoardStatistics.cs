namespace Bitloom.Boards;

/// <summary>What a client's requests met.</summary>
/// <param name="Requests">Requests that were answered.</param>
/// <param name="Retries">How often one was sent again.</param>
/// <param name="Refusals">Error frames of the board.</param>
/// <param name="TimeOuts">Requests of which no answer came in time.</param>
public sealed record BoardStatistics(int Requests, int Retries, int Refusals, int TimeOuts);
