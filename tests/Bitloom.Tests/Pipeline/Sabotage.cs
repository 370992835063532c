using System.Numerics;
using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Tests.Pipeline;

/// <summary>One small fault in a graph or a program: what verification is there to find.</summary>
internal static class Sabotage
{
    /// <summary>A matrix product's offset of column 0 made larger by one LSB of its output.</summary>
    public static IntegerGraph WithOffsetOffByOne(this IntegerGraph graph, string tensor) =>
        graph.With<MatMulOp>(tensor, product => product with
        {
            Epilogue = product.Epilogue with
            {
                Offsets = product.Epilogue.Offsets.SetItem(
                    0, product.Epilogue.Offset(0) + (1L << product.Epilogue.Shift)),
            },
        });

    /// <summary>A constant of 8 bits with one bit of its first element inverted.</summary>
    public static IntegerGraph WithFlippedBit(this IntegerGraph graph, string constant, int bit) =>
        graph.With<ConstantOp>(constant, op => op with
        {
            Values = op.Values.SetItem(0, unchecked((sbyte)(op.Values[0] ^ (1 << bit)))),
        });

    /// <summary>The same in the program's memory image: lane 0 of the tensor's first word.</summary>
    public static EngineProgram WithFlippedBit(this EngineProgram program, string weight, int bit)
    {
        var word = program.MemoryMap.Single(entry => entry.Tensor == weight).Base;
        var image = program.Images.Weight;
        var flipped = image with { Words = image.Words.SetItem(word, image.Words[word] ^ (BigInteger.One << bit)) };
        return program with { Images = program.Images with { Weight = flipped } };
    }

    /// <summary>Lanes 0 and 1 of a weight tensor's first word exchanged.</summary>
    public static EngineProgram WithSwappedLanes(this EngineProgram program, string weight)
    {
        var (word, image) = (program.MemoryMap.Single(entry => entry.Tensor == weight).Base, program.Images.Weight);
        var (parameters, whole) = (program.Parameters, image.Words[word]);
        var lanes = parameters.Weights.Unpack(whole, word, parameters.Shape.G);
        (lanes[0], lanes[1]) = (lanes[1], lanes[0]);
        var packed = lanes.Select((value, lane) => parameters.Weights.Place(value, lane, lanes.Length))
            .Aggregate((left, right) => left | right);
        var swapped = image.Words.SetItem(word, packed);
        return program with { Images = program.Images with { Weight = image with { Words = swapped } } };
    }

    /// <summary>The first instruction that makes <paramref name="tensor"/>, changed in the program's image.</summary>
    public static EngineProgram WithInstruction(
        this EngineProgram program, string tensor, Func<Instruction, Instruction> change)
    {
        var image = program.Images.Program;
        var index = program.Instructions.TakeWhile(instruction => instruction.Tensor != tensor).Count();
        var word = InstructionLayout.Encode(change(program.Instructions[index].Fields), program.Parameters);
        var changed = image with { Words = image.Words.SetItem(index, word) };
        return program with { Images = program.Images with { Program = changed } };
    }

    /// <summary>A program that is said to take one cycle more.</summary>
    public static EngineProgram WithOneCycleMore(this EngineProgram program) =>
        program with { Schedule = program.Schedule with { Cycles = program.Schedule.Cycles + 1 } };

    private static IntegerGraph With<T>(this IntegerGraph graph, string tensor, Func<T, T> change)
        where T : IntegerOp
    {
        var operation = graph.Operations.OfType<T>().Single(op => op.Output.Name == tensor);
        return graph with { Operations = graph.Operations.Replace(operation, change(operation)) };
    }
}
