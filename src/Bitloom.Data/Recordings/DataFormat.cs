namespace Bitloom.Data;

/// <summary>How recordings are stored.</summary>
public enum DataFormat
{
    /// <summary>UCR archive: an example a line, its class first, tabs between.</summary>
    Ucr,

    /// <summary>UEA archive, sktime: a header of directives, channels separated by colons, the class last.</summary>
    Sktime,

    /// <summary>An array of NumPy, examples x samples or examples x samples x channels.</summary>
    NumPy,

    /// <summary>An array of the IDX format, as MNIST has it; perhaps compressed.</summary>
    Idx,

    /// <summary>One CSV file a recording.</summary>
    Csv,

    /// <summary>A folder of CSV files; the class of a recording is the name of the folder that it is in.</summary>
    CsvFolder,
}

/// <summary>Knows a format by the name of the file.</summary>
public static class DataFormats
{
    /// <summary>The format that the file's name claims, or null when no reader knows it.</summary>
    public static DataFormat? OfFile(string file)
    {
        bool Ends(string ending) => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
        return Ends(".tsv") ? DataFormat.Ucr
            : Ends(".ts") ? DataFormat.Sktime
            : Ends(".npy") ? DataFormat.NumPy
            : Ends(".csv") ? DataFormat.Csv
            : Ends("ubyte") || Ends(".idx") || Ends(".gz") ? DataFormat.Idx
            : null;
    }
}
