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

    /// <summary>What each means, in the words of the help and of docs/exit-codes.md.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> Meanings { get; } =
    [
        (Done, "done; a build is verified as well"),
        (UserFault, "the project, its data, the command line or the output folder cannot be used as they are"),
        (VerificationFailed, "verification failed: the result must not be used"),
        (ToolFailed, "an external tool is missing, failed, hung or left no result"),
        (DoesNotFit, "done, but the accelerator takes more than the device has"),
        (InternalFault, "a fault of Bitloom itself"),
        (Cancelled, "stopped by Ctrl-C or a termination signal; the same command goes on"),
    ];

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
