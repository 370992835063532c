using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Exploration.Tests.Studio;

/// <summary>A store that is only looked at; its trials are given.</summary>
internal sealed class FakeStore(params ImmutableArray<StudyDefinition> studies) : IStudyStore
{
    /// <summary>Of every study; another thread may read while they are exchanged.</summary>
    public volatile IReadOnlyList<Trial> Trials = [];

    public Task<IReadOnlyList<StudyDefinition>> StudiesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<StudyDefinition>>(studies);

    public Task<IReadOnlyList<Trial>> TrialsAsync(string study, CancellationToken cancellation) =>
        Task.FromResult(Trials);

    public Task<Checked<StudyDefinition>> OpenAsync(StudyDefinition definition, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task ProposeAsync(
        string study, int generation, int firstNumber,
        IReadOnlyList<ImmutableSortedDictionary<string, string>> settings, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<Trial?> ClaimAsync(string study, string worker, TimeSpan lease, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<bool> RenewAsync(
        string study, int number, string worker, TimeSpan lease, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task ReleaseAsync(string study, int number, string worker, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<bool> FinishAsync(
        string study, int number, string worker, TrialResult result, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task VerifyAsync(
        string study, int number, int point, PointVerification verification, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
