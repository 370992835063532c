using Bitloom.Projects;

namespace Bitloom.Conformance.Tests.Pipeline;

/// <summary>What <c>bitloom new</c> writes, built as it is but for the time that it takes.</summary>
public sealed class NewProjectTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task NewProject_BuildsAndIsVerified()
    {
        SineProject.WriteTo(folder.Path);
        var draft = ProjectDrafter.Draft(new(
            Path.Combine(folder.Path, "fresh"), Path.Combine(folder.Path, "sine.csv")));
        draft.Value.ShouldNotBeNull().Write();

        var result = await SineBuild.RunAsync(
            draft.Value.ProjectPath, output: null, ("synthesis.enabled", "false"), ("training.epochs", "2"),
            ("training.quantizedEpochs", "1"), ("verification.windows", "4"));

        SineBuild.ShouldBeVerified(result);
        File.Exists(Path.Combine(folder.Path, "fresh", "out", "report.html")).ShouldBeTrue();
    }
}
