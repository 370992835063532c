using System.Collections.Immutable;
using Bitloom.Engine;
using CsCheck;

namespace Bitloom.Exploration.Tests.Precision;

/// <summary>Draws problems that are small enough to try everything.</summary>
internal static class PrecisionCases
{
    private const int MostShapes = 4;
    private const int LeastBits = 2;
    private const int Widths = 7;

    private static readonly ImmutableArray<MemoryFamily> Families =
        [MemoryFamily.Ice40, MemoryFamily.SevenSeries, MemoryFamily.Ecp5];

    // Halves are summed exactly in any order.
    private static readonly Gen<double> AnyIncrease = Gen.OneOf(Gen.Const(0.0), Gen.Int[0, 8].Select(value => value / 2.0));

    private static readonly Gen<MemoryBudget> AnyBudget = Gen.Select(
        Gen.Int[0, Families.Length - 1].Select(index => Families[index]), Gen.Int[0, 40], Gen.Int[0, 400],
        (family, units, luts) => new MemoryBudget(family, units, family.HasLutMemory ? luts : 0));

    /// <summary>Increases need not fall with the bits, and several may be the same.</summary>
    public static Gen<PrecisionCase> Any { get; } =
        from matrices in Tensors("matrix", 2, 5, mostWidths: 3)
        from activations in Tensors("activation", 1, 3, mostWidths: 4)
        from words in Gen.Int[1, 700].Array[matrices.Length].Array[1, MostShapes]
        from budget in AnyBudget
        from tightness in Gen.Double[-0.05, 1.1]
        from luts in Gen.Int[0, 40]
        from most in Gen.Int[10, 16]
        select new PrecisionCase(
            new(matrices, activations), [.. words.Select(each => each.ToImmutableArray())], budget, tightness, luts, most);

    private static Gen<ImmutableArray<TensorLosses>> Tensors(string name, int least, int most, int mostWidths) =>
        Gen.Select(Gen.Int[0, Widths - 1].Array[1, mostWidths], AnyIncrease.Array[Widths]).Array[least, most].Select(
            drawn => drawn.Select((each, index) => new TensorLosses(
                FormattableString.Invariant($"{name}{index}"),
                each.Item1.Distinct().ToImmutableSortedDictionary(width => width + LeastBits, width => each.Item2[width])))
                .ToImmutableArray());
}
