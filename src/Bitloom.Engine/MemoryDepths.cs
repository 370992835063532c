namespace Bitloom.Engine;

/// <summary>Words of each memory, at least 2 each.</summary>
public sealed record MemoryDepths(
    int Bank0,
    int Bank1,
    int Input,
    int Constant,
    int BankB,
    int Weight,
    int Epilogue,
    int Exponential,
    int Function,
    int Program)
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
        EngineMemory.Function => Function,
        EngineMemory.Program => Program,
        EngineMemory.Softmax => SoftmaxRegister.Count,
    };

    /// <summary>The greater depth of each memory.</summary>
    public MemoryDepths Cover(MemoryDepths other) => new(
        Math.Max(Bank0, other.Bank0),
        Math.Max(Bank1, other.Bank1),
        Math.Max(Input, other.Input),
        Math.Max(Constant, other.Constant),
        Math.Max(BankB, other.BankB),
        Math.Max(Weight, other.Weight),
        Math.Max(Epilogue, other.Epilogue),
        Math.Max(Exponential, other.Exponential),
        Math.Max(Function, other.Function),
        Math.Max(Program, other.Program));
}
