namespace Bitloom.Hdl;

/// <summary>What a memory is built of.</summary>
public enum MemoryKind
{
    /// <summary>The synthesizer decides.</summary>
    Automatic,

    /// <summary>Block RAM.</summary>
    Block,

    /// <summary>LUTs used as memory.</summary>
    Distributed,
}

/// <summary>The kind of each memory of the engine that leaves a choice.</summary>
public sealed record MemoryKinds(
    MemoryKind Activation = MemoryKind.Automatic,
    MemoryKind BankB = MemoryKind.Automatic,
    MemoryKind Weight = MemoryKind.Automatic,
    MemoryKind Epilogue = MemoryKind.Automatic);

/// <summary>The spelling of a <see cref="MemoryKind"/> in the RTL's generics.</summary>
public static class MemoryKindText
{
    /// <summary><c>auto</c>, <c>block</c> or <c>distributed</c>.</summary>
    public static string Text(this MemoryKind kind) => kind switch
    {
        MemoryKind.Automatic => "auto",
        MemoryKind.Block => "block",
        MemoryKind.Distributed => "distributed",
    };
}
