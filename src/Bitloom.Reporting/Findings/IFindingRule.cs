namespace Bitloom.Reporting;

/// <summary>Draws conclusions of one kind from a report's numbers. Pure; silent where a number is missing.</summary>
public interface IFindingRule
{
    /// <summary>Stable name, in the JSON form.</summary>
    string Name { get; }

    /// <summary>The conclusions, none when there is nothing to say.</summary>
    IEnumerable<Finding> Apply(Report report);
}
