namespace Bitloom.Engine;

/// <summary>Words of each memory, at least 2 each.</summary>
public sealed record MemoryDepths(
    int Bank0, int Bank1, int Input, int Constant, int BankB, int Weight, int Epilogue, int Exponential, int Program)
{
    /// <summary>The depth of <paramref name="memory"/>.</summary>
    public int this[EngineMemory memory] => memory switch
    {
        EngineMemory.Bank0 => Bank0,
        EngineMemory.Bank1 => Bank1,
        EngineMemory.Input => Input,
        EngineMemory.Constant => Constant,
        EngineMemory.BankB => BankB,
        EngineMemory.Weight => Weight,
        EngineMemory.Epilogue => Epilogue,
        EngineMemory.Exponential => Exponential,
        EngineMemory.Program => Program,
    };
}
