using System.Collections.Immutable;
using Bitloom.Projects;
using CsCheck;

namespace Bitloom.Exploration.Tests;

/// <summary>Trials with two objectives, for tests that do not train.</summary>
internal static class TrialExamples
{
    public static readonly ImmutableArray<Measure> Objectives = [Measure.Error, Measure.Energy];

    public static readonly ImmutableSortedDictionary<string, string> None =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Small whole costs, so that many points are equal or dominated; about half break a constraint.</summary>
    public static readonly Gen<TrialPoint> AnyPoint =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[-3, 3]).Select(
            (error, energy, excess) => Point(error, energy, Math.Max(0, excess)));

    public static readonly Gen<ImmutableArray<Trial>> AnyTrials =
        AnyPoint.Array[0, 3].Array[0, 12].Select(trials =>
            trials.Select((points, number) => Finished(number, None, points)).ToImmutableArray());

    public static TrialPoint Point(double error, double energy, double excess = 0) =>
        new(ImmutableSortedDictionary<Measure, double>.Empty.Add(Measure.Error, error).Add(Measure.Energy, energy),
            ImmutableSortedDictionary<string, int>.Empty, None, excess);

    public static Trial Finished(
        int number, ImmutableSortedDictionary<string, string> settings, params TrialPoint[] points) =>
        Finished(number, 0, settings, points);

    public static Trial Finished(
        int number, int generation, ImmutableSortedDictionary<string, string> settings, params TrialPoint[] points) =>
        new(number, generation, settings, TrialState.Finished, "worker", new([.. points], 1, 1));
}
