using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;

namespace Bitloom;

/// <summary>What was asked for cannot be done as it was asked; the message has every diagnostic.</summary>
public sealed class BitloomException : Exception
{
    internal BitloomException(BuildOutcome outcome, IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics))
    {
        Outcome = outcome;
        Diagnostics = [.. diagnostics];
    }

    /// <summary>Whose fault it is: the caller's, or that of an external tool.</summary>
    public BuildOutcome Outcome { get; }

    /// <summary>All that is wrong, each with what was found, what was expected, and the remedy.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    internal static T ValueOf<T>(Checked<T> read)
        where T : class =>
        read.Ok ? read.Value : throw new BitloomException(BuildOutcome.UserFault, read.Diagnostics);

    internal static T ValueOf<T>(StageResult<T> stage)
        where T : class =>
        stage.Ok ? stage.Value : throw new BitloomException(stage.Outcome, stage.Diagnostics);
}
