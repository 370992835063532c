namespace Bitloom.Data;

/// <summary>
/// One unit of measurement: an example of a classification archive, or a file that was recorded in one go. It is
/// never divided over training, validation and test.
/// </summary>
/// <param name="Series">Its samples, rows x channels; the file of the series has the line, where it is one.</param>
/// <param name="Class">The name of its class, or null when it has none.</param>
/// <param name="Anomalies">For each row whether it is anomalous, or null when nobody has said.</param>
public sealed record Recording(TimeSeries Series, string? Class = null, bool[]? Anomalies = null)
{
    /// <summary>The rows, all of them.</summary>
    public RowRange Rows => new(0, Series.Rows);
}
