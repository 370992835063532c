namespace Bitloom.Data;

/// <summary>How a column's value becomes what a model sees, or what it predicts a column's value:
/// z = (x - reference) / deviation.</summary>
/// <param name="Name">The column.</param>
/// <param name="Mean">The reference, in the column's unit, to which the last value is added where that is one.</param>
/// <param name="Deviation">In the column's unit.</param>
/// <param name="FromLastValue">The column's value in the last row of the window is taken away as well.</param>
public readonly record struct ColumnScale(string Name, double Mean, double Deviation, bool FromLastValue);
