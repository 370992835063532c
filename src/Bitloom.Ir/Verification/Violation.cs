namespace Bitloom.Ir;

/// <summary>An invariant of the graph that does not hold: where, and what was found instead of what.</summary>
/// <param name="Place">The operation's output tensor, or <c>graph</c>.</param>
public sealed record Violation(string Place, string Message)
{
    /// <summary>One line: place and message.</summary>
    public override string ToString() => $"{Place}: {Message}";
}
