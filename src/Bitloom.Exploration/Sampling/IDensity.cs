using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>Where the positions of a parameter are dense, from those that were seen and a uniform prior.</summary>
internal interface IDensity
{
    double Draw(SeededRandom random);

    double At(double position);

    static IDensity Of(SearchParameter parameter, IReadOnlyList<double> positions) =>
        parameter.Range is null
            ? new ValueDensity(parameter.Values.Length, positions)
            : new RangeDensity(positions);
}
