using System.Collections.Immutable;
using System.Numerics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>Makes the read-only memories of a program.</summary>
internal static class ImageBuilder
{
    private const int LeastDepth = 2;

    /// <summary>All images, padded with zeros to at least two words.</summary>
    public static MemoryImages Build(
        IntegerGraph graph,
        MemoryAllocation allocation,
        EngineParameters parameters,
        IEnumerable<ProgramInstruction> program)
    {
        var widths = parameters.Widths;
        var (t, g) = (parameters.Shape.T, parameters.Shape.G);
        return new(
            Image(EngineMemory.Program, parameters.InstructionBits, Encode(program, parameters)),
            Image(EngineMemory.Weight, g * widths.OperandBits, Tensors(EngineMemory.Weight, widths.OperandBits)),
            Image(EngineMemory.Epilogue, widths.EpilogueBits, EpilogueImage.Build(graph, widths)),
            Image(EngineMemory.Exponential, widths.Softmax.ExponentialBits, Exponentials(graph)),
            Image(EngineMemory.Constant, t * widths.ActivationBits, Constants()),
            Image(EngineMemory.Function, widths.ActivationBits, FunctionImage.Build(graph, widths)));

        ImmutableArray<BigInteger> Constants() => Tensors(EngineMemory.Constant, widths.ActivationBits);

        ImmutableArray<BigInteger> Tensors(EngineMemory memory, int bits) =>
            TensorImage.Build(graph, allocation.Entries, memory, bits);
    }

    /// <summary>The depth that a memory of so many used words has.</summary>
    public static int Depth(int words) => Math.Max(LeastDepth, words);

    private static MemoryImage Image(EngineMemory memory, int bits, ImmutableArray<BigInteger> words) =>
        new(memory, bits, words.AddRange(Enumerable.Repeat(BigInteger.Zero, Depth(words.Length) - words.Length)));

    private static ImmutableArray<BigInteger> Encode(
        IEnumerable<ProgramInstruction> program, EngineParameters parameters) =>
        [.. program.Select(instruction => InstructionLayout.Encode(instruction.Fields, parameters))];

    private static ImmutableArray<BigInteger> Exponentials(IntegerGraph graph) =>
        [.. ProveWidths.Softmaxes(graph).SelectMany(op => op.Exponentials).Select(value => new BigInteger(value))];
}
