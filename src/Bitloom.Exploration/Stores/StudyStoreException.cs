using Bitloom.Diagnostics;

namespace Bitloom.Exploration;

/// <summary>A study's store, once opened, does not work any more: its disk is full, its server is gone.</summary>
public sealed class StudyStoreException(Diagnostic diagnostic, Exception cause)
    : Exception(diagnostic.ToString(), cause)
{
    /// <summary>What the user is told.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}
