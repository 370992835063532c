namespace Bitloom.Training;

/// <summary>
/// An exponential moving average of arrays over the steps of a training (Polyak and Juditsky 1992), a plain mean at
/// first; with decay 0 it is the arrays themselves.
/// </summary>
internal sealed class WeightAverage
{
    private readonly float[][] _live;
    private readonly float[][] _mean;
    private readonly double _decay;
    private int _steps;

    public WeightAverage(IEnumerable<float[]> arrays, double decay)
    {
        _live = [.. arrays];
        _decay = decay;
        _mean = decay == 0 ? _live : [.. _live.Select(array => array.ToArray())];
    }

    /// <summary>The averages.</summary>
    public IEnumerable<float[]> State => _mean;

    /// <summary>Goes on behind steps that were averaged before a restart.</summary>
    public void Resume(int steps) => _steps = steps;

    /// <summary>Takes the arrays as they are after a step into the average.</summary>
    public void Add()
    {
        _steps++;
        var decay = (float)Math.Min(_decay, (_steps - 1) / (double)(_steps + 9));
        for (var i = 0; i < _live.Length && _mean != _live; i++)
            for (var j = 0; j < _live[i].Length; j++)
                _mean[i][j] = decay * _mean[i][j] + (1 - decay) * _live[i][j];
    }

    /// <summary>Evaluates with the averages in the place of the arrays, which are then put back.</summary>
    public double With(Func<double> evaluate)
    {
        var kept = new StateCopy(_live);
        Take();
        var value = evaluate();
        kept.Restore();
        return value;
    }

    /// <summary>Puts the averages in the place of the arrays.</summary>
    public void Take()
    {
        for (var i = 0; i < _live.Length && _mean != _live; i++)
            _mean[i].CopyTo(_live[i], 0);
    }
}
