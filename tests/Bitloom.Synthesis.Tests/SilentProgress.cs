using Bitloom.Pipeline;

namespace Bitloom.Synthesis.Tests;

/// <summary>Progress that nobody watches.</summary>
internal sealed class SilentProgress : IStageProgress
{
    public void Begin(string stage, double total, string unit)
    {
    }

    public void Advance(double amount, string? note = null)
    {
    }

    public void End(string summary)
    {
    }

    public void Note(string stage, string text)
    {
    }
}
