using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration.Tests.Views;

/// <summary>A study of error and energy whose points are given by those two.</summary>
internal static class SmallStudy
{
    public static StudyDefinition Definition { get; } = new(
        "small", "weather", "xc7s15", [Measure.Error, Measure.Energy], ["model.dimension"], Trials: 10, "");

    public static TrialPoint Point(
        double error, double energy, double excess = 0, PointVerification? verification = null) => new(
        ImmutableSortedDictionary.CreateRange<Measure, double>(
            [new(Measure.Error, error), new(Measure.Energy, energy)]),
        ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, string>.Empty, excess,
        verification);

    public static Trial Finished(int number, params ImmutableArray<TrialPoint> points) =>
        Of(number, TrialState.Finished) with { Result = new(points, 10, 100) };

    public static Trial Of(int number, TrialState state) =>
        new(number, 0, ImmutableSortedDictionary<string, string>.Empty.Add("model.dimension", "16"), state);
}
