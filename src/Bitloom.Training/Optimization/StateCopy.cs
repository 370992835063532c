namespace Bitloom.Training;

/// <summary>A copy of arrays that training changes, to come back to the best epoch.</summary>
internal sealed class StateCopy(IEnumerable<float[]> arrays)
{
    private readonly float[][] _live = [.. arrays];
    private readonly float[][] _kept = [.. arrays.Select(array => array.ToArray())];

    /// <summary>The arrays and their copies.</summary>
    public IEnumerable<float[]> Arrays => _live.Concat(_kept);

    public void Keep()
    {
        for (var i = 0; i < _live.Length; i++)
            _live[i].CopyTo(_kept[i], 0);
    }

    public void Restore()
    {
        for (var i = 0; i < _live.Length; i++)
            _kept[i].CopyTo(_live[i], 0);
    }
}
