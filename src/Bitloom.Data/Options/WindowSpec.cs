namespace Bitloom.Data;

/// <summary>What is predicted from what: rows <c>t - Window + 1 .. t</c> predict rows <c>t + Horizon ..
/// t + Horizon + Steps - 1</c>.</summary>
/// <param name="Window">n, input rows a window; at least 1.</param>
/// <param name="Horizon">Rows from the last input row to the first predicted one; at least 1.</param>
/// <param name="Steps">Consecutive rows predicted; at least 1.</param>
public sealed record WindowSpec(int Window, int Horizon = 1, int Steps = 1)
{
    /// <summary>Rows from the last input row to the last predicted one.</summary>
    public int Reach => Horizon + Steps - 1;

    /// <summary>Consecutive rows that one window needs, its targets included.</summary>
    public int Span => Window + Reach;
}
