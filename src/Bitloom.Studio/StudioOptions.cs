using Bitloom.Exploration;

namespace Bitloom.Studio;

/// <summary>What a studio shows, and where.</summary>
/// <param name="Store">Where the studies are; it stays the caller's.</param>
/// <param name="Folder">The study's folder, below which the points' pages are.</param>
/// <param name="Port">Of this machine; 0: a free one.</param>
public sealed record StudioOptions(IStudyStore Store, string Folder, int Port = 0)
{
    /// <summary>How often the store is asked for news.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);
}
