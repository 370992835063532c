using System.Diagnostics.CodeAnalysis;

namespace Bitloom.Diagnostics;

/// <summary>
/// The result of work that can fail by the user's fault: a value, or at least one error. Warnings may accompany both.
/// </summary>
public sealed record Checked<T>(T? Value, IReadOnlyList<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>True when <see cref="Value"/> is there and no diagnostic is an error.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Ok => Value is not null && Diagnostics.All(d => d.Severity != Severity.Error);
}

/// <summary>Makes <see cref="Checked{T}"/> values.</summary>
public static class Checked
{
    /// <summary>A success, perhaps with warnings.</summary>
    public static Checked<T> Success<T>(T value, params IReadOnlyList<Diagnostic> warnings)
        where T : class => new(value, warnings);

    /// <summary>A failure with all that was found.</summary>
    public static Checked<T> Failure<T>(params IReadOnlyList<Diagnostic> diagnostics)
        where T : class => new(null, diagnostics);
}
