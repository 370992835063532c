using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>What a stage made, or why the build ends there.</summary>
internal sealed record StageResult<T>(T? Value, BuildOutcome Outcome, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>True when the build can go on.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Ok => Value is not null && Outcome == BuildOutcome.Verified;
}

/// <summary>Makes <see cref="StageResult{T}"/> values.</summary>
internal static class StageResult
{
    public static StageResult<T> Done<T>(T value)
        where T : class => new(value, BuildOutcome.Verified, []);

    public static StageResult<T> Stopped<T>(BuildOutcome outcome, params IEnumerable<Diagnostic> diagnostics)
        where T : class => new(null, outcome, [.. diagnostics]);
}
