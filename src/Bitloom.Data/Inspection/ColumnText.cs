namespace Bitloom.Data;

/// <summary>What a column holds, in words that complete "it holds".</summary>
public static class ColumnText
{
    /// <summary>One or two words.</summary>
    public static string Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Numbers => "numbers",
        ColumnKind.Times => "times",
        ColumnKind.Categories => "categories",
        ColumnKind.Texts => "texts",
        ColumnKind.Constant => "a constant",
        ColumnKind.Duplicate => "a duplicate",
        ColumnKind.RowNumbers => "row numbers",
        ColumnKind.Empty => "nothing",
        ColumnKind.Unnamed => "a nameless column",
        ColumnKind.Ambiguous => "an ambiguous name",
    };
}
