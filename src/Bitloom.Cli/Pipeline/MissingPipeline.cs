using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;

namespace Bitloom.Cli;

/// <summary>Stands where the pipeline will be, and says so.</summary>
public sealed class MissingPipeline : IBuildPipeline
{
    private static readonly Diagnostic Fault = Diagnostic.Error(
        "CLI003", "", "this version of Bitloom cannot do that yet", "a version that has the build pipeline",
        "see CHANGELOG.md for what each version can do");

    /// <inheritdoc/>
    public Task<BuildResult> BuildAsync(
        BuildRequest request, IStageProgress progress, CancellationToken cancellation) =>
        Task.FromResult(new BuildResult(BuildOutcome.UserFault, [Fault], null, null));

    /// <inheritdoc/>
    public Task<ImmutableArray<Diagnostic>> CheckAsync(BuildRequest request, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray.Create(Fault));

    /// <inheritdoc/>
    public Checked<IReadOnlyList<DeviceRow>> Devices() => Checked.Failure<IReadOnlyList<DeviceRow>>(Fault);
}
