namespace Bitloom.Boards;

/// <summary>How patient a client is.</summary>
/// <param name="Patience">A request without an answer after this time is sent again.</param>
/// <param name="Attempts">How often a request is sent at most.</param>
public sealed record BoardClientOptions(TimeSpan Patience, int Attempts = 20)
{
    /// <summary>For a board: its own time-out, twenty windows of a slow engine, and the system's pauses.</summary>
    public static BoardClientOptions Default { get; } = new(TimeSpan.FromSeconds(1));
}
