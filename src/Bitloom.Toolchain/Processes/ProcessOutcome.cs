namespace Bitloom.Toolchain;

/// <summary>How a process ended.</summary>
public enum ProcessOutcome
{
    /// <summary>By itself; its exit code tells more.</summary>
    Exited,

    /// <summary>It was never started: there is no such program.</summary>
    NotFound,

    /// <summary>It was never started: the system refused, for the reason that is its only line.</summary>
    Refused,

    /// <summary>Killed with its children, after the time allowed.</summary>
    TimedOut,

    /// <summary>Killed with its children, as the caller cancelled.</summary>
    Cancelled,
}
