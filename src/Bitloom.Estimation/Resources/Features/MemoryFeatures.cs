using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>What the cells around memories follow from: tables of logic, selection of parts, registers.</summary>
internal static class MemoryFeatures
{
    public static IEnumerable<EngineFeature> All { get; } = [.. Banks(), .. Weights(), .. Model()];

    private static IEnumerable<EngineFeature> Banks()
    {
        const EnginePart part = EnginePart.Banks;
        yield return new(part, "one", _ => 1);
        yield return new(part, "word", engine => engine.T * engine.Element);
        yield return new(part, "residual word", engine => engine.HasResiduals ? engine.T * engine.Element : 0);
        yield return new(part, "two sources", engine => Word(engine, engine.Sources > 1));
        yield return new(part, "more sources", engine => Word(engine, engine.Sources > 2));
        yield return new(part, "two residual sources", engine => Word(engine, engine.ResidualSources > 1));
        yield return new(part, "more residual sources", engine => Word(engine, engine.ResidualSources > 2));
        yield return new(part, "two banks of scores", engine => Word(engine, engine.ScoreSources > 1));
        // What is written to the B bank is selected in front of it.
        yield return new(part, "b word", engine => engine.G * engine.Element);
        yield return new(part, "row select", engine => engine.G * engine.Element * engine.Mux(engine.T));
        yield return new(part, "address bits", engine => engine.AAddress);
        yield return new(part, "residual address bits", engine => engine.HasResiduals ? engine.AAddress : 0);
        yield return new(part, "selection", engine => Sum(engine, IsBank, _ => true, each => Above(engine, each)));
        yield return new(part, "lut memories", engine => Sum(engine, IsBank, IsLutMemory, _ => 1));
        yield return new(part, "block memories", engine => Sum(engine, IsBank, each => !IsLutMemory(each), _ => 1));
    }

    private static IEnumerable<EngineFeature> Weights()
    {
        const EnginePart part = EnginePart.Weights;
        yield return new(part, "parts", engine => Sum(engine, IsWeight, _ => true, _ => 1));
        yield return new(part, "tables", engine => Sum(engine, IsWeight, IsTable, each => Table(engine, each)));
        yield return new(part, "table bits", engine => Sum(engine, IsWeight, IsTable, each => each.TableBits));
        yield return new(part, "selected bits", engine => SelectedBits(engine, EngineMemory.Weight));
        yield return new(part, "narrower bits", engine => engine.Parameters.Weights.Planes.Length > 1
            ? engine.G * (engine.Operand - engine.Parameters.Weights.Planes[0].Bits) : 0);
        yield return new(part, "planes", engine => engine.Parameters.Weights.Planes.Length - 1);
        yield return new(part, "written", engine => Sum(engine, IsWeight, each => each.IsWritten, _ => 1));
        yield return new(part, "address bits", engine => engine.BAddress);
    }

    private static IEnumerable<EngineFeature> Model()
    {
        const EnginePart part = EnginePart.Model;
        yield return new(part, "leaves of tables", engine => engine.Tables
            .Where(each => each.Key is EngineMemory.Program or EngineMemory.Epilogue or EngineMemory.Constant)
            .Sum(each => each.Value.Leaves));
        yield return new(part, "leaves of exponentials", engine =>
            engine.R * engine.Tables.GetValueOrDefault(EngineMemory.Exponential).Leaves);
        yield return new(part, "selections of tables", engine => engine.Tables
            .Where(each => each.Key is not (EngineMemory.Weight or EngineMemory.Function))
            .Sum(each => (each.Key == EngineMemory.Exponential ? engine.R : 1) * each.Value.Selections));
        yield return new(part, "parts", engine => Sum(engine, IsOther, each => each.Part.First > 0, _ => 1));
        yield return new(part, "written", engine => Sum(engine, IsOther, each => each.IsWritten, _ => 1));
        yield return new(part, "one", _ => 1);
    }

    private static readonly EngineMemory[] Others =
    [
        EngineMemory.Program, EngineMemory.Epilogue, EngineMemory.Exponential, EngineMemory.Constant,
    ];

    private static bool IsBankB(MemoryContents each) => each.Memory == EngineMemory.BankB;

    private static bool IsBank(MemoryContents each) => each.Memory
        is EngineMemory.Bank0 or EngineMemory.Bank1 or EngineMemory.Input or EngineMemory.BankB;

    private static bool IsWeight(MemoryContents each) => each.Memory == EngineMemory.Weight;

    private static bool IsOther(MemoryContents each) =>
        !IsBank(each) && !IsWeight(each) && each.Memory != EngineMemory.Function;

    /// <summary>LUTs of the tables of functions that are made of logic.</summary>
    internal static double FunctionTables(EngineStructure engine)
    {
        var nodes = engine.HasFunctions ? engine.Tables.GetValueOrDefault(EngineMemory.Function) : default;
        return engine.R * (nodes.Leaves + nodes.Selections);
    }

    private static double Word(EngineStructure engine, bool isSelected) =>
        isSelected ? engine.T * engine.Element : 0;

    private static bool IsLutMemory(MemoryContents each) => each.IsWritten && each.Part.Kind == MemoryKind.Distributed;

    private static bool IsTable(MemoryContents each) => !each.IsWritten && each.Part.Kind == MemoryKind.Distributed;

    private static double Table(EngineStructure engine, MemoryContents each) =>
        each.TableBits * engine.Family.LogicLuts(each.Part.Words);

    // Several blocks one above the other: what selects between them.
    private static double Above(EngineStructure engine, MemoryContents each) =>
        MemoryCells.SelectLuts(engine.Family, each);

    // Bits of words that lie in several parts.
    private static double SelectedBits(EngineStructure engine, EngineMemory memory)
    {
        double bits = 0;
        foreach (var each in engine.Parts)
            bits += each.Memory == memory && each.Part.First > 0 ? each.Copies * each.StoredBits : 0;
        return bits;
    }

    private static double Sum(
        EngineStructure engine, Func<MemoryContents, bool> first, Func<MemoryContents, bool> second,
        Func<MemoryContents, double> value)
    {
        double sum = 0;
        foreach (var each in engine.Parts)
            sum += first(each) && second(each) ? each.Copies * value(each) : 0;
        return sum;
    }
}
