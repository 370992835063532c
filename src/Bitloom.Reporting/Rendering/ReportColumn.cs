namespace Bitloom.Reporting;

/// <summary>A column of a <see cref="ReportTable"/>; numbers are set flush right.</summary>
public sealed record ReportColumn(string Heading, bool Numeric = false);
