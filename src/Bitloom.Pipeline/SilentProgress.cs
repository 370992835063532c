namespace Bitloom.Pipeline;

/// <summary>Progress that nobody watches.</summary>
public sealed class SilentProgress : IStageProgress
{
    /// <inheritdoc/>
    public void Begin(string stage, double total, string unit)
    {
    }

    /// <inheritdoc/>
    public void Advance(double amount, string? note = null)
    {
    }

    /// <inheritdoc/>
    public void End(string summary)
    {
    }

    /// <inheritdoc/>
    public void Note(string stage, string text)
    {
    }
}
