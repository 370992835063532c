using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>
/// factor Q K^T a head. Queries and keys are windows x n x d, head i owns the columns i d/h .. (i + 1) d/h - 1; the
/// result is windows x (h n) x n, head after head.
/// </summary>
public static class ScoresOperation
{
    /// <summary>The scores, scaled by <paramref name="factor"/>.</summary>
    public static FloatTensor Scores(this Tape tape, FloatTensor query, FloatTensor key, int heads, float factor = 1)
    {
        var layout = new HeadLayout(query.Shape, heads);
        var y = tape.Make(layout.ScoresShape, query, key);
        for (var head = 0; head < layout.Count; head++)
            Gemm.Multiply(layout.Tokens(query.Values, head), layout.Tokens(key.Values, head).Transposed,
                layout.Scores(y.Values, head), layout.Window, layout.Width, layout.Window, accumulate: false);
        TensorPrimitives.Multiply(y.Values, factor, y.Values);
        tape.Record(y, () => Backward(tape, query, key, y, layout, factor));
        return y;
    }

    private static void Backward(
        Tape tape, FloatTensor query, FloatTensor key, FloatTensor y, HeadLayout layout, float factor)
    {
        // In place: nothing reads the gradient of the scores after this.
        TensorPrimitives.Multiply(y.Gradient, factor, y.Gradient);
        var dq = tape.GradientOf(query, out var freshQuery);
        var dk = tape.GradientOf(key, out var freshKey);
        for (var head = 0; head < layout.Count; head++)
        {
            var dy = layout.Scores(y.Gradient!, head);
            Gemm.Multiply(dy, layout.Tokens(key.Values, head), layout.Tokens(dq, head),
                layout.Window, layout.Window, layout.Width, accumulate: !freshQuery);
            Gemm.Multiply(dy.Transposed, layout.Tokens(query.Values, head), layout.Tokens(dk, head),
                layout.Window, layout.Window, layout.Width, accumulate: !freshKey);
        }
    }
}
