namespace Bitloom.Toolchain;

/// <summary>How a bench is run.</summary>
public sealed record GhdlRun
{
    /// <summary>Values of the top's generics, by name.</summary>
    public IReadOnlyDictionary<string, string>? Generics { get; init; }

    /// <summary>Called with each line that the bench prints.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>The bench is killed after this time; that of the tool when null.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Name of the log in the work folder; give one when the same top runs more than once.</summary>
    public string? LogName { get; init; }
}
