namespace Bitloom.Data;

/// <summary>What a column of a CSV file holds.</summary>
public enum ColumnKind
{
    /// <summary>Numbers that vary.</summary>
    Numbers,

    /// <summary>Times, or a part of them.</summary>
    Times,

    /// <summary>Few different texts.</summary>
    Categories,

    /// <summary>Many different texts.</summary>
    Texts,

    /// <summary>The same number in every row.</summary>
    Constant,

    /// <summary>The numbers of another column.</summary>
    Duplicate,

    /// <summary>The number of the row.</summary>
    RowNumbers,

    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Something, but no name by which it could be called.</summary>
    Unnamed,

    /// <summary>Something, but a name that another column has as well.</summary>
    Ambiguous,
}
