namespace Bitloom.Pipeline;

/// <summary>
/// Hears how far the work is: one stage after the other, each between <see cref="Begin"/> and <see cref="End"/>.
/// May be called from any thread. Never part of a result.
/// </summary>
public interface IStageProgress
{
    /// <summary>A stage begins, with the amount of work it will take; 0 when that is not known.</summary>
    void Begin(string stage, double total, string unit);

    /// <summary>Some of the stage's work is done; the note says what it led to, such as a loss.</summary>
    void Advance(double amount, string? note = null);

    /// <summary>The stage is done; one phrase on its result.</summary>
    void End(string summary);

    /// <summary>Something worth knowing of a stage that is not at work, such as that it was kept.</summary>
    void Note(string stage, string text);
}
