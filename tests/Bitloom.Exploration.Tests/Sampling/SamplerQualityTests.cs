using Bitloom.Projects;

namespace Bitloom.Exploration.Tests.Sampling;

public sealed class SamplerQualityTests
{
    private const int Generations = 12;
    private const int Population = 8;

    [Theory]
    [InlineData(SearchMethod.Nsga2)]
    [InlineData(SearchMethod.Tpe)]
    public void Search_MissesLessThanHalfOfWhatRandomDrawsMiss_WithAsManyTrials(SearchMethod method)
    {
        var missed = MedianMissed(method);

        missed.ShouldBeLessThan(MedianMissed(SearchMethod.Random) / 2);
    }

    private static double MedianMissed(SearchMethod method) =>
        Enumerable.Range(1, 5)
            .Select(seed => TwoObjectiveProblem.Search(Samplers.Of(method), seed, Generations, Population))
            .Select(TwoObjectiveProblem.Missed).Order().ElementAt(2);
}
