namespace Bitloom.Pipeline;

/// <summary>How a build ended.</summary>
public enum BuildOutcome
{
    /// <summary>Done, and everything compared agrees.</summary>
    Verified,

    /// <summary>Done and verified, but the accelerator takes more of the device than there is.</summary>
    DoesNotFit,

    /// <summary>The project, its data or the command line cannot be used as they are.</summary>
    UserFault,

    /// <summary>Two stages differ: the result must not be used.</summary>
    VerificationFailed,

    /// <summary>An external tool is missing or failed.</summary>
    ToolFailed,

    /// <summary>Stopped on request.</summary>
    Cancelled,
}
