namespace Bitloom.Engine;

/// <summary>The contents of all read-only memories.</summary>
public sealed record MemoryImages(
    MemoryImage Program,
    MemoryImage Weight,
    MemoryImage Epilogue,
    MemoryImage Exponential,
    MemoryImage Constant,
    MemoryImage Function)
{
    /// <summary>All of them, in the order of the properties.</summary>
    public IEnumerable<MemoryImage> All => [Program, Weight, Epilogue, Exponential, Constant, Function];
}
