using Bitloom.Exploration;

namespace Bitloom.Studio;

/// <summary>A study as it is now.</summary>
internal sealed record StudySource(IStudyStore Store, StudyDefinition Study)
{
    /// <summary>The view as JSON on one line.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellation) =>
        StudyPage.Json(StudyView.Of(Study, await Store.TrialsAsync(Study.Name, cancellation)));
}
