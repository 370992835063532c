namespace Bitloom.Reporting;

/// <summary>The word that stands before a finding: never color alone.</summary>
internal static class FindingMark
{
    public static string Word(FindingLevel level) => level switch
    {
        FindingLevel.Good => "good",
        FindingLevel.Note => "note",
        FindingLevel.Warning => "warning",
        FindingLevel.Failure => "failure",
    };
}
