namespace Bitloom.Reporting;

/// <summary>How a finding is to be taken.</summary>
public enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>The result is right but may not be what was wanted.</summary>
    Warning,

    /// <summary>The result must not be used.</summary>
    Failure,
}
