namespace Bitloom.Engine;

/// <summary>What a memory, or a part of one, is built of.</summary>
public enum MemoryKind
{
    /// <summary>Whoever plans the memories decides; without a plan the synthesizer.</summary>
    Automatic,

    /// <summary>Block RAM.</summary>
    Block,

    /// <summary>LUTs: as memory where it is written, as logic where it is only read.</summary>
    Distributed,
}

/// <summary>The spelling of a <see cref="MemoryKind"/> in the RTL's generics and in the project file.</summary>
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
