using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>The anomaly scores of the test split by the integer model, in the order of its windows.</summary>
/// <param name="Threshold">What is over it is called an anomaly.</param>
/// <param name="Smoothing">Scores that are averaged into one.</param>
/// <param name="WindowsPerPoint">Neighboring windows that a point stands for: the greatest of their scores.</param>
/// <param name="Scores">Some hundreds of points at most.</param>
/// <param name="Labeled">Where the data say that there are anomalies.</param>
public sealed record DetectionSection(
    double Threshold,
    int Smoothing,
    int WindowsPerPoint,
    ImmutableArray<double> Scores,
    ImmutableArray<PointRange> Labeled);

/// <summary>Points <paramref name="Start"/> .. <paramref name="End"/> - 1.</summary>
public sealed record PointRange(int Start, int End);
