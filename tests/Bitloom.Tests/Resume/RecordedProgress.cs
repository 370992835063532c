using Bitloom.Pipeline;

namespace Bitloom.Tests.Resume;

/// <summary>Remembers what was noted of stages.</summary>
internal sealed class RecordedProgress : IStageProgress
{
    public List<string> Notes { get; } = [];

    public List<string> Begun { get; } = [];

    public void Begin(string stage, double total, string unit) => Begun.Add(stage);

    public void Advance(double amount, string? note = null)
    {
    }

    public void End(string summary)
    {
    }

    public void Note(string stage, string text) => Notes.Add($"{stage}: {text}");
}
