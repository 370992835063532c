using Bitloom.Pipeline;

namespace Bitloom.Conformance.Tests.Pipeline;

/// <summary>
/// A <see cref="SineProject"/> built once for the tests of a class, which may build it again beside that.
/// </summary>
public sealed class BuiltSine : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    private Task<BuildResult>? second;

    internal string Project => Path.Combine(folder.Path, "project.yaml");

    internal BuildResult Result { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        SineProject.WriteTo(folder.Path);
        Result = await BuildAsync("first");
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The same once more, in another folder.</summary>
    internal Task<BuildResult> SecondAsync() => second ??= BuildAsync("second");

    private Task<BuildResult> BuildAsync(string output) => SineBuild.RunAsync(Project, Path.Combine(folder.Path, output));
}
