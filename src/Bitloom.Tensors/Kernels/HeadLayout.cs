namespace Bitloom.Tensors;

/// <summary>Where the heads lie inside token tensors (side by side) and score tensors (one after the other).</summary>
internal sealed class HeadLayout
{
    private readonly int _windows;
    private readonly int _heads;
    private readonly int _dimension;

    public HeadLayout(TensorShape tokens, int heads)
    {
        if (heads < 1 || tokens.Columns % heads != 0)
            throw new ArgumentException($"{tokens.Columns} columns do not divide into {heads} heads.", nameof(heads));
        (_windows, Window, _dimension, _heads) = (tokens.Batches, tokens.Rows, tokens.Columns, heads);
    }

    public int Window { get; }

    public int Width => _dimension / _heads;

    public TensorShape ScoresShape => new(_windows, _heads * Window, Window);

    /// <summary>Heads of all windows.</summary>
    public int Count => _windows * _heads;

    public MatrixView Tokens(float[] values, int head) =>
        new(values, head / _heads * Window * _dimension + head % _heads * Width, _dimension, 1);

    public MatrixView Scores(float[] values, int head) => new(values, head * Window * Window, Window, 1);
}
