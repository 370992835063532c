namespace Bitloom.Pipeline;

/// <summary>
/// Stages that run at the same time shown as one, whose work is the sum of theirs; it begins before them and ends after
/// them.
/// </summary>
internal sealed class SideBySide(IStageProgress progress) : IStageProgress
{
    private readonly Lock _gate = new();

    public void Begin(string stage, double total, string unit)
    {
    }

    public void Advance(double amount, string? note = null)
    {
        lock (_gate)
            progress.Advance(amount, note);
    }

    public void End(string summary)
    {
    }

    public void Note(string stage, string text)
    {
        lock (_gate)
            progress.Note(stage, text);
    }
}
