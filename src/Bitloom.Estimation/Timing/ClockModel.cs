using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>
/// The longest path of an engine as the longest of several, each with a delay of coefficients times features, fitted to
/// measured engines of a family.
/// </summary>
/// <param name="Tool">What the points were measured with.</param>
/// <param name="Points">How many there were.</param>
/// <param name="Coefficients">Picoseconds, one a feature in the order of <see cref="TimingFeatures.All"/>.</param>
/// <param name="Error">Of points left out of the fit in turn.</param>
public sealed record ClockModel(
    string Family, string Tool, int Points, ImmutableArray<double> Coefficients, FitError Error)
{
    private const double PicosecondsPerMicrosecond = 1e6;

    /// <summary>
    /// What routing adds to the delays of cells where none was routed, as a factor of them: as much as the cells, the usual
    /// share of nets in the paths of a 7-series device. Not measured: there is no router for it here.
    /// </summary>
    public const double RoutingMargin = 2;

    /// <summary>Whether the delays are of routed engines.</summary>
    public bool IsRouted => Family == "ice40";

    /// <summary>The delay of the cells, and of the nets where they were routed, of the longest path, in picoseconds.</summary>
    public double LongestPath(EngineStructure engine) => LongestPath(Coefficients, TimingFeatures.Of(engine));

    /// <summary>The greatest clock, routing included.</summary>
    public ClockEstimate Estimate(EngineStructure engine) => new(
        PicosecondsPerMicrosecond / ((IsRouted ? 1 : RoutingMargin) * LongestPath(engine)),
        Error,
        FormattableString.Invariant($"the longest paths of {Points} engines of {Family}, by {Tool}")
            + (IsRouted ? ", placed and routed" : "; nets are taken to add as much as the cells, which is not measured"));

    /// <summary>The longest of the paths.</summary>
    internal static double LongestPath(ImmutableArray<double> coefficients, ImmutableArray<double> features)
    {
        var delays = new double[TimingFeatures.Paths];
        for (var index = 0; index < coefficients.Length; index++)
            delays[(int)TimingFeatures.All[index].Path] += coefficients[index] * features[index];
        return delays.Max();
    }
}
