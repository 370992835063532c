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
        return new(
            Image(EngineMemory.Program, Encode(program, parameters)),
            Image(EngineMemory.Weight, Tensors(EngineMemory.Weight, Weight)),
            Image(EngineMemory.Epilogue, EpilogueImage.Build(graph, widths)),
            Image(EngineMemory.Exponential, Exponentials(graph)),
            Image(EngineMemory.Constant, Tensors(EngineMemory.Constant, Element)),
            Image(EngineMemory.Function, FunctionImage.Build(graph, widths)));

        MemoryImage Image(EngineMemory memory, ImmutableArray<BigInteger> words) =>
            new(memory, parameters.WordBits(memory), Padded(words));

        ImmutableArray<BigInteger> Tensors(EngineMemory memory, Func<int, int, BigInteger> place) =>
            TensorImage.Build(graph, allocation.Entries, memory, place);

        BigInteger Weight(int value, int lane) => parameters.Weights.Place(value, lane, parameters.Shape.G);

        BigInteger Element(int value, int lane) =>
            LanePacking.Low(value, widths.ActivationBits) << (lane * widths.ActivationBits);
    }

    /// <summary>The depth that a memory of so many used words has.</summary>
    public static int Depth(int words) => Math.Max(LeastDepth, words);

    private static ImmutableArray<BigInteger> Padded(ImmutableArray<BigInteger> words) =>
        words.AddRange(Enumerable.Repeat(BigInteger.Zero, Depth(words.Length) - words.Length));

    private static ImmutableArray<BigInteger> Encode(
        IEnumerable<ProgramInstruction> program, EngineParameters parameters) =>
        [.. program.Select(instruction => InstructionLayout.Encode(instruction.Fields, parameters))];

    private static ImmutableArray<BigInteger> Exponentials(IntegerGraph graph) =>
        [.. ProveWidths.Softmaxes(graph).SelectMany(op => op.Exponentials).Select(value => new BigInteger(value))];
}
