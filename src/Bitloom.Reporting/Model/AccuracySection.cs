using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>
/// One metric on the test split, for a prediction without a model and for each form of the model. Null: not measured.
/// </summary>
/// <param name="Metric">Its name, such as <c>RMSE</c> or <c>accuracy</c>.</param>
/// <param name="HigherIsBetter">True for accuracy and the like, false for errors.</param>
/// <param name="Naive">A prediction without a model: the last value, or the most frequent class.</param>
/// <param name="Float">The trained model in floating point.</param>
/// <param name="FakeQuantized">The same with quantizers in its graph.</param>
/// <param name="HardwareExact">The integer model.</param>
/// <param name="Rtl">
/// What the simulated hardware answered, on the windows that it was played: not comparable to the metrics above.
/// </param>
/// <param name="RtlWindows">How many windows these are.</param>
/// <param name="HardwareExactOnRtlWindows">The integer model on the same windows.</param>
public sealed record AccuracySection(
    string Metric,
    bool HigherIsBetter,
    double? Naive,
    double? Float,
    double? FakeQuantized,
    double? HardwareExact,
    double? Rtl,
    int? RtlWindows = null,
    double? HardwareExactOnRtlWindows = null)
{
    /// <summary>The same metric of predictions without a model, <see cref="Naive"/> first.</summary>
    public ImmutableArray<MetricEntry> Baselines { get; init; } = [];

    /// <summary>Further metrics of the integer model.</summary>
    public ImmutableArray<MetricEntry> Details { get; init; } = [];

    /// <summary>Each training, where there were several seeds.</summary>
    public ImmutableArray<RunEntry> Runs { get; init; } = [];
}
