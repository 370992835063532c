using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>The samplers by the project file's names.</summary>
public static class Samplers
{
    /// <summary>The sampler of a method.</summary>
    public static ISampler Of(SearchMethod method) => method switch
    {
        SearchMethod.Nsga2 => new Nsga2Sampler(),
        SearchMethod.Tpe => new TpeSampler(),
        SearchMethod.Random => new RandomSampler(),
    };
}
