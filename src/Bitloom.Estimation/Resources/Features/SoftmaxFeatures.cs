using System.Numerics;

namespace Bitloom.Estimation;

/// <summary>What the sizes of the softmax and of the normalizer follow from.</summary>
internal static class SoftmaxFeatures
{
    public static IEnumerable<EngineFeature> All { get; } =
    [
        .. RowMaxima(), .. Softmax(), .. Divider(), .. Normalizer(), .. Root(),
    ];

    private static IEnumerable<EngineFeature> RowMaxima()
    {
        const EnginePart part = EnginePart.RowMaxima;
        yield return new(part, "one", _ => 1);
        yield return new(part, "word", engine => engine.T * engine.Element);
        yield return new(part, "rows", engine => engine.T);
        yield return new(part, "lanes", engine => engine.R * engine.Element);
        yield return new(part, "select", engine => engine.R * engine.Element * engine.Mux(engine.Groups));
        yield return new(part, "causal rows", engine => engine.IsCausal ? engine.T : 0);
        yield return new(part, "table lanes", engine => engine.HasFunctions ? engine.R * engine.Element : 0);
    }

    private static IEnumerable<EngineFeature> Softmax()
    {
        const EnginePart part = EnginePart.Softmax;
        yield return new(part, "one", _ => 1);
        yield return new(part, "sums", engine => engine.T * engine.Softmax.RowSumBits);
        yield return new(part, "rows", engine => engine.T, CellKind.Carry);
        yield return new(part, "word", engine => engine.T * engine.Element);
        yield return new(part, "exponentials", engine => engine.R * engine.Softmax.ExponentialBits);
        yield return new(part, "table addresses", engine => engine.R * engine.ExponentialAddress);
        yield return new(part, "reciprocals", engine => engine.R * engine.Softmax.QuotientBits);
        yield return new(part, "score select", engine => 2 * engine.R * engine.Element * engine.Mux(engine.Groups));
        yield return new(part, "reciprocal select", engine =>
            engine.R * engine.Softmax.QuotientBits * engine.Mux(engine.Groups));
        yield return new(part, "sum select", engine => engine.Softmax.RowSumBits * engine.Mux(engine.T));
        yield return new(part, "count bits", engine => engine.Count, CellKind.Carry);
        yield return new(part, "address bits", engine => engine.AAddress);
        yield return new(part, "causal", engine => engine.IsCausal ? 1 : 0);
        yield return new(part, "causal rows", engine => engine.IsCausal ? engine.T : 0);
        yield return new(part, "causal lanes", engine => engine.IsCausal ? engine.R : 0);
    }

    private static IEnumerable<EngineFeature> Divider()
    {
        const EnginePart part = EnginePart.Divider;
        yield return new(part, "one", _ => 1);
        yield return new(part, "divisor", engine => engine.Softmax.RowSumBits);
        yield return new(part, "quotient", engine => engine.Softmax.QuotientBits);
        // Of the rows' sums.
        yield return new(part, "sum select", engine => engine.Softmax.RowSumBits * engine.Mux(engine.T));
        yield return new(part, "sum choices", engine => engine.Softmax.RowSumBits * (engine.T - 1));
        yield return new(part, "numerator", engine => engine.Element + engine.Softmax.ReciprocalShift);
    }

    private static IEnumerable<EngineFeature> Normalizer()
    {
        const EnginePart part = EnginePart.Normalizer;
        yield return new(part, "norm", engine => Norm(engine, 1));
        // A spread is summed up, kept or replaced, and selected; a sum only where the mean is taken away.
        yield return new(part, "rows", engine => Norm(engine, engine.T * (2 * engine.Norm.SpreadBits + Mean(engine, engine.Norm.SumBits))));
        yield return new(part, "lanes", engine => Norm(engine, engine.R * (TimesFeatures(engine) + Mean(engine, engine.Norm.DeviationBits))
            + engine.R * engine.Mux(engine.Groups) * (engine.Element + engine.Norm.RootBits + Mean(engine, engine.Norm.SumBits))));
    }

    private static int Mean(EngineStructure engine, int bits) => engine.IsCentered ? bits : 0;

    private static int TimesFeatures(EngineStructure engine) =>
        (engine.Element + 2) * (BitOperations.PopCount((uint)engine.Norm.Features) - 1);

    private static IEnumerable<EngineFeature> Root()
    {
        const EnginePart part = EnginePart.Root;
        yield return new(part, "norm", engine => Norm(engine, 1));
        yield return new(part, "spread", engine => Norm(engine, engine.Norm.SpreadBits));
        yield return new(part, "root", engine => Norm(engine, engine.Norm.RootBits));
        yield return new(part, "work", engine => Norm(engine, Work(engine)));
    }

    private static int Work(EngineStructure engine) => Math.Max(
        engine.Norm.RootBits + (engine.Norm.SpreadBits + 1) / 2, engine.Norm.SpreadBits) + 4;

    private static double Norm(EngineStructure engine, double value) => engine.HasNorms ? value : 0;
}
