namespace Bitloom.Engine;

/// <summary>The kind that is asked for of each memory of the engine.</summary>
public sealed record MemoryKinds(
    MemoryKind Bank0 = MemoryKind.Automatic,
    MemoryKind Bank1 = MemoryKind.Automatic,
    MemoryKind Input = MemoryKind.Automatic,
    MemoryKind Constant = MemoryKind.Automatic,
    MemoryKind BankB = MemoryKind.Automatic,
    MemoryKind Weight = MemoryKind.Automatic,
    MemoryKind Epilogue = MemoryKind.Automatic,
    MemoryKind Exponential = MemoryKind.Automatic,
    MemoryKind Program = MemoryKind.Automatic,
    MemoryKind Function = MemoryKind.Automatic)
{
    /// <summary>The kind of <paramref name="memory"/>.</summary>
    public MemoryKind this[EngineMemory memory] => memory switch
    {
        EngineMemory.Bank0 => Bank0,
        EngineMemory.Bank1 => Bank1,
        EngineMemory.Input => Input,
        EngineMemory.Constant => Constant,
        EngineMemory.BankB => BankB,
        EngineMemory.Weight => Weight,
        EngineMemory.Epilogue => Epilogue,
        EngineMemory.Exponential => Exponential,
        EngineMemory.Function => Function,
        EngineMemory.Program => Program,
        EngineMemory.Softmax => throw new ArgumentOutOfRangeException(nameof(memory), memory, "registers"),
    };

    /// <summary>These, with another kind of one memory.</summary>
    public MemoryKinds With(EngineMemory memory, MemoryKind kind) => memory switch
    {
        EngineMemory.Bank0 => this with { Bank0 = kind },
        EngineMemory.Bank1 => this with { Bank1 = kind },
        EngineMemory.Input => this with { Input = kind },
        EngineMemory.Constant => this with { Constant = kind },
        EngineMemory.BankB => this with { BankB = kind },
        EngineMemory.Weight => this with { Weight = kind },
        EngineMemory.Epilogue => this with { Epilogue = kind },
        EngineMemory.Exponential => this with { Exponential = kind },
        EngineMemory.Function => this with { Function = kind },
        EngineMemory.Program => this with { Program = kind },
        EngineMemory.Softmax => throw new ArgumentOutOfRangeException(nameof(memory), memory, "registers"),
    };
}
