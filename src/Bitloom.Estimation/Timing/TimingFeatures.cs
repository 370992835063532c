using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>What the delays of the paths follow from that were the longest of some engine (docs/estimation.md, Clock).</summary>
public static class TimingFeatures
{
    /// <summary>One more than the greatest number of a part.</summary>
    internal static int Paths { get; } = Enum.GetValues<EnginePart>().Length;

    /// <summary>In the order of the columns of the measured points.</summary>
    internal static ImmutableArray<TimingFeature> All { get; } =
        [.. Residuals(), .. Normalizer(), .. Functions(), .. Epilogues(), .. Others()];

    /// <summary>The value of each.</summary>
    public static ImmutableArray<double> Of(EngineStructure engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return [.. All.Select(feature => feature.Value(engine))];
    }

    // From the bank that a residual is read from, through the choice of the group of rows.
    private static IEnumerable<TimingFeature> Residuals()
    {
        yield return new(EnginePart.Lanes, "one", engine => engine.HasResiduals ? 1 : 0);
        yield return new(EnginePart.Lanes, "groups", engine => engine.HasResiduals ? RegisterWidths.Bits(engine.Groups) : 0);
    }

    // From the bank through the choice of the row and the sum.
    private static IEnumerable<TimingFeature> Normalizer()
    {
        yield return new(EnginePart.Normalizer, "one", engine => engine.HasNorms ? 1 : 0);
        yield return new(EnginePart.Normalizer, "groups", engine => engine.HasNorms ? RegisterWidths.Bits(engine.Groups) : 0);
        yield return new(EnginePart.Root, "one", engine => engine.HasNorms ? 1 : 0);
    }

    // From a table of functions through the comparison of the row maxima.
    private static IEnumerable<TimingFeature> Functions()
    {
        yield return new(EnginePart.RowMaxima, "one", engine => engine.HasFunctions ? 1 : 0);
        yield return new(EnginePart.RowMaxima, "groups", engine => engine.HasFunctions ? RegisterWidths.Bits(engine.Groups) : 0);
        yield return new(EnginePart.RowMaxima, "element bits", engine => engine.HasFunctions ? engine.Element : 0);
    }

    private static IEnumerable<TimingFeature> Epilogues()
    {
        yield return new(EnginePart.Epilogues, "one", One);
        yield return new(EnginePart.Epilogues, "sum bits", engine => engine.Parameters.Widths.EpilogueSumBits);
    }

    private static IEnumerable<TimingFeature> Others()
    {
        foreach (var part in (EnginePart[])
            [EnginePart.Sequencer, EnginePart.DrainControl, EnginePart.Datapath, EnginePart.Array, EnginePart.WriteBack,
                EnginePart.Softmax, EnginePart.Divider, EnginePart.Banks, EnginePart.Weights, EnginePart.Model,
                EnginePart.Streams])
            yield return new(part, "one", One);
        yield return new(EnginePart.Cells, "one", engine => engine.Cells.Luts > 0 ? 1 : 0);
        yield return new(EnginePart.Loader, "one", engine => engine.LoadPort ? 1 : 0);
    }

    private static double One(EngineStructure engine) => 1;
}
