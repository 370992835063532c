using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>How often each of several values was seen, and once more (Bergstra et al. 2011, section 4.2).</summary>
internal sealed class ValueDensity : IDensity
{
    private readonly double[] _shares;

    public ValueDensity(int values, IReadOnlyList<double> positions)
    {
        _shares = new double[values];
        Array.Fill(_shares, 1.0 / (values + positions.Count));
        foreach (var position in positions)
            _shares[Index(position)] += 1.0 / (values + positions.Count);
    }

    public double Draw(SeededRandom random)
    {
        double left = random.NextSingle();
        var index = 0;
        while (index < _shares.Length - 1 && left >= _shares[index])
            left -= _shares[index++];
        return (index + 0.5) / _shares.Length;
    }

    public double At(double position) => _shares[Index(position)];

    private int Index(double position) => Math.Min((int)(position * _shares.Length), _shares.Length - 1);
}
