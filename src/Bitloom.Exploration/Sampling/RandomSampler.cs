using System.Collections.Immutable;
using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>Independent uniform draws.</summary>
internal sealed class RandomSampler : ISampler
{
    public IReadOnlyList<ImmutableSortedDictionary<string, string>> Propose(SamplerState state, int count) =>
        new Batch(state).Fill(count, Draws(state.Space.Length, state.Random()));

    /// <summary>Positions without end.</summary>
    public static IEnumerable<double[]> Draws(int dimensions, SeededRandom random)
    {
        while (true)
            yield return Draw(dimensions, random);
    }

    public static double[] Draw(int dimensions, SeededRandom random)
    {
        var positions = new double[dimensions];
        for (var i = 0; i < dimensions; i++)
            positions[i] = random.NextSingle();
        return positions;
    }
}
