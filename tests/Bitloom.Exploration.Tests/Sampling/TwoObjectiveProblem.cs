using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Projects;

namespace Bitloom.Exploration.Tests.Sampling;

/// <summary>
/// ZDT1 (Zitzler, Deb and Thiele 2000) with 5 parameters, one of them with values: its front is known.
/// </summary>
internal static class TwoObjectiveProblem
{
    public static readonly ImmutableArray<SearchParameter> Space =
    [
        new("a", [], new(0, 1, Logarithmic: false)),
        new("b", [], new(0, 1, Logarithmic: false)),
        new("c", [], new(0, 1, Logarithmic: false)),
        new("d", [], new(0.001, 1, Logarithmic: true)),
        new("e", ["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.7", "1"]),
    ];

    private static readonly ImmutableArray<double> Reference = [1.1, 8];

    private static readonly double Best = Hypervolume.Of(
        Enumerable.Range(0, 1001).Select(i => ImmutableArray.Create(i / 1000.0, 1 - Math.Sqrt(i / 1000.0))), Reference);

    public static TrialPoint Evaluate(ImmutableSortedDictionary<string, string> settings)
    {
        double[] x = [.. Space.Select(p => double.Parse(settings[p.Key], CultureInfo.InvariantCulture))];
        var distance = 1 + 9 * x.Skip(1).Average();
        return TrialExamples.Point(x[0], distance * (1 - Math.Sqrt(x[0] / distance)));
    }

    /// <summary>All trials of a search by a sampler.</summary>
    public static IReadOnlyList<Trial> Search(ISampler sampler, int seed, int generations, int population)
    {
        var trials = new List<Trial>();
        for (var generation = 0; generation < generations; generation++)
        {
            var state = new SamplerState(Space, TrialExamples.Objectives, [.. trials], generation, seed);
            foreach (var settings in sampler.Propose(state, population))
                trials.Add(TrialExamples.Finished(trials.Count, generation, settings, Evaluate(settings)));
        }

        return trials;
    }

    /// <summary>Of what there is to gain, the share that a search has not found.</summary>
    public static double Missed(IReadOnlyList<Trial> trials) =>
        1 - Hypervolume.Of(trials.SelectMany(trial => trial.Result!.Points).Select(Objectives), Reference) / Best;

    private static ImmutableArray<double> Objectives(TrialPoint point) =>
        [point.Measures[Measure.Error], point.Measures[Measure.Energy]];
}
