using System.Collections.Immutable;
using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>
/// The tree-structured Parzen estimator (Bergstra et al. 2011) with trials ordered by front and crowding: proposes
/// where good trials are dense and the others are not. What is proposed counts as not good until it is known
/// (Ginsbourger, Le Riche and Carraro 2010, the constant liar), so that the proposals of a batch differ.
/// </summary>
internal sealed class TpeSampler : ISampler
{
    private const int StartUpTrials = 10;
    private const int Candidates = 24;
    private const double GoodShare = 0.25;

    public IReadOnlyList<ImmutableSortedDictionary<string, string>> Propose(SamplerState state, int count)
    {
        var batch = new Batch(state);
        return batch.Fill(count, Draws(state, batch, state.Random()));
    }

    /// <summary>
    /// A draw that is refused because it was tried is followed by one from half the candidates: at last by a plain one
    /// from the good trials' density, which does not insist.
    /// </summary>
    private static IEnumerable<double[]> Draws(SamplerState state, Batch batch, SeededRandom random)
    {
        var (good, others) = Split(state);
        for (int candidates = Candidates, made = 0; ; candidates = Math.Max(1, candidates / 2))
        {
            if (made != batch.Settings.Count)
                (candidates, made) = (Candidates, batch.Settings.Count);
            List<double[]> bad = [.. others, .. batch.Settings.Select(s => Settings.Positions(state.Space, s))];
            yield return good.Count + bad.Count < StartUpTrials
                ? RandomSampler.Draw(state.Space.Length, random)
                : [.. state.Space.Select((parameter, i) => Best(
                    IDensity.Of(parameter, [.. good.Select(positions => positions[i])]),
                    IDensity.Of(parameter, [.. bad.Select(positions => positions[i])]), candidates, random))];
        }
    }

    private static double Best(IDensity good, IDensity bad, int candidates, SeededRandom random) =>
        Enumerable.Range(0, candidates).Select(_ => good.Draw(random))
            .MaxBy(position => good.At(position) / bad.At(position));

    private static (List<double[]> Good, List<double[]> Others) Split(SamplerState state)
    {
        var ranked = TrialRanking.BestFirst(state.Finished, state.Objectives);
        var good = (int)Math.Ceiling(GoodShare * ranked.Count(trial => trial.Result?.Points.Length > 0));
        List<double[]> positions = [.. ranked.Select(trial => Settings.Positions(state.Space, trial.Settings))];
        return (positions[..good], positions[good..]);
    }
}
