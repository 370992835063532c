namespace Bitloom.Cli;

/// <summary>How much is said while a command works.</summary>
public enum Verbosity
{
    /// <summary>Nothing but diagnostics.</summary>
    Quiet,

    /// <summary>Each stage, and how far it is.</summary>
    Normal,

    /// <summary>Each step of each stage, line by line.</summary>
    Verbose,
}
