namespace Bitloom.Cli;

/// <summary>The exit codes, the same for every command.</summary>
public static class ExitCode
{
    /// <summary>Done; a build is verified as well.</summary>
    public const int Done = 0;

    /// <summary>The user's fault; all diagnostics were printed.</summary>
    public const int UserFault = 1;

    /// <summary>Two stages of a build differ.</summary>
    public const int VerificationFailed = 2;

    /// <summary>An external tool is missing or failed.</summary>
    public const int ToolFailed = 3;

    /// <summary>The accelerator is verified, but does not fit the device.</summary>
    public const int DoesNotFit = 4;

    /// <summary>A fault of Bitloom itself (EX_SOFTWARE of sysexits).</summary>
    public const int InternalFault = 70;

    /// <summary>Stopped by Ctrl-C or a termination signal (128 + SIGINT).</summary>
    public const int Cancelled = 130;

    /// <summary>The exit code of a build.</summary>
    public static int Of(BuildOutcome outcome) => outcome switch
    {
        BuildOutcome.Verified => Done,
        BuildOutcome.DoesNotFit => DoesNotFit,
        BuildOutcome.UserFault => UserFault,
        BuildOutcome.VerificationFailed => VerificationFailed,
        BuildOutcome.ToolFailed => ToolFailed,
        BuildOutcome.Cancelled => Cancelled,
    };
}
