using Bitloom.Pipeline;

namespace Bitloom.Conformance.Tests.Pipeline;

/// <summary>Remembers what was noted of stages.</summary>
internal sealed class RecordedNotes : IStageProgress
{
    public List<string> Notes { get; } = [];

    public void Begin(string stage, double total, string unit)
    {
    }

    public void Advance(double amount, string? note = null)
    {
    }

    public void End(string summary)
    {
    }

    public void Note(string stage, string text) => Notes.Add($"{stage}: {text}");
}
