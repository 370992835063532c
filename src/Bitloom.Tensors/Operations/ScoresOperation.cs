namespace Bitloom.Tensors;

/// <summary>
/// Q K^T a head. Queries and keys are windows x n x d, head i owns the columns i d/h .. (i + 1) d/h - 1; the result is
/// windows x (h n) x n, head after head.
/// </summary>
public static class ScoresOperation
{
    /// <summary>The unscaled scores.</summary>
    public static FloatTensor Scores(this Tape tape, FloatTensor query, FloatTensor key, int heads)
    {
        var layout = new HeadLayout(query.Shape, heads);
        var y = tape.Make(layout.ScoresShape, query, key);
        foreach (var head in layout.All())
            Gemm.Multiply(layout.Tokens(query.Values, head), layout.Tokens(key.Values, head).Transposed,
                layout.Scores(y.Values, head), layout.Window, layout.Width, layout.Window, accumulate: false);
        tape.Record(y, () => Backward(tape, query, key, y, layout));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor query, FloatTensor key, FloatTensor y, HeadLayout layout)
    {
        var dq = tape.GradientOf(query);
        var dk = tape.GradientOf(key);
        foreach (var head in layout.All())
        {
            var dy = layout.Scores(y.Gradient!, head);
            Gemm.Multiply(dy, layout.Tokens(key.Values, head), layout.Tokens(dq, head),
                layout.Window, layout.Window, layout.Width, accumulate: true);
            Gemm.Multiply(dy.Transposed, layout.Tokens(query.Values, head), layout.Tokens(dk, head),
                layout.Window, layout.Window, layout.Width, accumulate: true);
        }
    }
}
