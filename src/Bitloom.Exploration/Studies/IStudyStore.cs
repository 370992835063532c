using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Exploration;

/// <summary>
/// Where studies are kept. Each method is one transaction, so that a process can be killed at any moment, and several
/// can work on one study: none loses or repeats a finished trial.
/// </summary>
public interface IStudyStore : IAsyncDisposable
{
    /// <summary>Makes the study, or finds it; a fault when there is another one of its name.</summary>
    Task<Checked<StudyDefinition>> OpenAsync(StudyDefinition definition, CancellationToken cancellation);

    /// <summary>All studies, by name.</summary>
    Task<IReadOnlyList<StudyDefinition>> StudiesAsync(CancellationToken cancellation);

    /// <summary>All trials of a study, by number. A trial whose lease ended is waiting.</summary>
    Task<IReadOnlyList<Trial>> TrialsAsync(string study, CancellationToken cancellation);

    /// <summary>
    /// Adds a generation, whose first trial has this number; nothing happens when it is there already. Whoever proposes
    /// it proposes the same.
    /// </summary>
    Task ProposeAsync(
        string study, int generation, int firstNumber,
        IReadOnlyList<ImmutableSortedDictionary<string, string>> settings, CancellationToken cancellation);

    /// <summary>Gives the first trial that waits to a worker; null when none waits.</summary>
    Task<Trial?> ClaimAsync(string study, string worker, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Makes the lease last so much longer from now; false when the worker has lost the trial.</summary>
    Task<bool> RenewAsync(string study, int number, string worker, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Gives an unfinished trial back, when its worker still has it.</summary>
    Task ReleaseAsync(string study, int number, string worker, CancellationToken cancellation);

    /// <summary>Records a result; false, and nothing is changed, when the worker has lost the trial.</summary>
    Task<bool> FinishAsync(
        string study, int number, string worker, TrialResult result, CancellationToken cancellation);

    /// <summary>Records the verification of a point of a finished trial.</summary>
    Task VerifyAsync(
        string study, int number, int point, PointVerification verification, CancellationToken cancellation);
}
