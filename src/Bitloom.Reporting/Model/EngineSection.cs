using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>The engine that was chosen, or asked for: an array of rows x columns cells, and what drains it.</summary>
/// <param name="Rows">T.</param>
/// <param name="Columns">G.</param>
/// <param name="Lanes">R.</param>
/// <param name="Cells">What the cells of the array are built of; together they are rows x columns.</param>
public sealed record EngineSection(int Rows, int Columns, int Lanes, ImmutableArray<CellEntry> Cells);

/// <summary>Cells of one kind.</summary>
/// <param name="Kind">Such as <c>two in a DSP slice</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Dsp">DSP slices that they take.</param>
/// <param name="Reason">Why these are so.</param>
public sealed record CellEntry(string Kind, int Count, int Dsp, string Reason);
