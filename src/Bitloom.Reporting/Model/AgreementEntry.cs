namespace Bitloom.Reporting;

/// <summary>A comparison, to the bit, of what two stages computed.</summary>
/// <param name="From">The stage that gives the expected values.</param>
/// <param name="To">The stage that was checked.</param>
/// <param name="Compared">Integers compared.</param>
/// <param name="Differences">Integers that differ.</param>
public sealed record AgreementEntry(string From, string To, long Compared, long Differences);
