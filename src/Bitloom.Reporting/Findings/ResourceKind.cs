namespace Bitloom.Reporting;

/// <summary>What a resource is to the memories of an engine.</summary>
internal enum ResourceKind
{
    /// <summary>Not what memories are counted in.</summary>
    Other,

    /// <summary>LUTs of any use.</summary>
    Lut,

    /// <summary>Memory blocks.</summary>
    BlockRam,
}
