namespace Bitloom.Data;

/// <summary>The values of many recordings, a column at a time.</summary>
internal static class RecordingValues
{
    /// <summary>The values of a column in all rows that are measured.</summary>
    public static double[] Measured(IEnumerable<Recording> recordings, int column) =>
        Measured(recordings.Select(recording => new RecordingPart(recording, recording.Rows)), column);

    /// <summary>The values of a column in the rows of the parts that are measured.</summary>
    public static double[] Measured(IEnumerable<RecordingPart> parts, int column)
    {
        var values = new List<double>();
        foreach (var (recording, rows) in parts)
        {
            for (var row = rows.Start; row < rows.End; row++)
            {
                if (recording.Series.Measured[row])
                    values.Add(recording.Series[row, column]);
            }
        }

        return [.. values];
    }
}
