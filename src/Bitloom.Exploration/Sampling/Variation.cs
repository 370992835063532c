using System.Collections.Immutable;
using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>
/// How children differ from their parents, on positions from 0 up to 1: simulated binary crossover (Deb and Agrawal
/// 1995) and polynomial mutation (Deb and Goyal 1996), both in the form that keeps to the bounds.
/// </summary>
internal static class Variation
{
    private const double CrossoverProbability = 0.9;
    private const double CrossoverIndex = 15;
    private const double LeastMutationProbability = 0.1;
    private const double MutationIndex = 20;
    private const double Indistinguishable = 1e-9;

    /// <summary>Two children, which differ from their parents in half of the positions.</summary>
    public static (double[] First, double[] Second) Crossover(double[] first, double[] second, SeededRandom random)
    {
        double[] one = [.. first], other = [.. second];
        if (random.NextSingle() >= CrossoverProbability)
            return (one, other);
        for (var i = 0; i < one.Length; i++)
        {
            if (random.Next(2) == 0)
                (one[i], other[i]) = Cross(one[i], other[i], random);
        }

        return (one, other);
    }

    /// <summary>Changes a position or so; one of several values may become any other.</summary>
    public static double[] Mutate(ImmutableArray<SearchParameter> space, double[] positions, SeededRandom random)
    {
        var probability = Math.Max(1.0 / positions.Length, LeastMutationProbability);
        return [.. positions.Zip(space, (position, parameter) =>
            random.NextSingle() < probability ? Mutate(parameter, position, random) : position)];
    }

    private static (double First, double Second) Cross(double first, double second, SeededRandom random)
    {
        double low = Math.Min(first, second), high = Math.Max(first, second), width = high - low;
        if (width < Indistinguishable)
            return (first, second);
        var draw = random.NextSingle();
        var below = Within((low + high - Spread(low / width, draw) * width) / 2);
        var above = Within((low + high + Spread((1 - high) / width, draw) * width) / 2);
        return random.Next(2) == 0 ? (below, above) : (above, below);
    }

    /// <summary>The children's distance over the parents', given the room up to the bound over the same.</summary>
    private static double Spread(double room, double draw)
    {
        var scaled = draw * (2 - Math.Pow(1 + 2 * room, -(CrossoverIndex + 1)));
        return Math.Pow(scaled <= 1 ? scaled : 1 / (2 - scaled), 1 / (CrossoverIndex + 1));
    }

    private static double Mutate(SearchParameter parameter, double position, SeededRandom random) =>
        parameter.Values.Length > 1 && random.Next(2) == 0
            ? Jump(parameter.Values.Length, position, random)
            : Within(position + Step(position, random.NextSingle()));

    private static double Jump(int values, double position, SeededRandom random)
    {
        var index = Math.Min((int)(position * values), values - 1);
        return ((index + 1 + random.Next(values - 1)) % values + 0.5) / values;
    }

    private static double Step(double position, double draw) =>
        draw < 0.5 ? -Shrunk(2 * draw, 1 - position) : Shrunk(2 * (1 - draw), position);

    /// <summary>The length of a step, at most the way to the bound, which is 1 less the room behind.</summary>
    private static double Shrunk(double draw, double behind) =>
        1 - Math.Pow(draw + (1 - draw) * Math.Pow(behind, MutationIndex + 1), 1 / (MutationIndex + 1));

    private static double Within(double position) => Math.Clamp(position, 0, Math.BitDecrement(1.0));
}
