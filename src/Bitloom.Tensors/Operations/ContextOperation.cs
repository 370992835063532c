namespace Bitloom.Tensors;

/// <summary>
/// P V a head: probabilities windows x (h n) x n, values windows x n x d; the result is windows x n x d with the heads
/// side by side.
/// </summary>
public static class ContextOperation
{
    /// <summary>Each head's weighted sum of its part of the values.</summary>
    public static FloatTensor Context(this Tape tape, FloatTensor probabilities, FloatTensor value, int heads)
    {
        var layout = new HeadLayout(value.Shape, heads);
        var y = tape.Make(value.Shape, probabilities, value);
        for (var head = 0; head < layout.Count; head++)
            Gemm.Multiply(layout.Scores(probabilities.Values, head), layout.Tokens(value.Values, head),
                layout.Tokens(y.Values, head), layout.Window, layout.Window, layout.Width, accumulate: false);
        tape.Record(y, () => Backward(tape, probabilities, value, y, layout));
        return y;
    }

    private static void Backward(
        Tape tape, FloatTensor probabilities, FloatTensor value, FloatTensor y, HeadLayout layout)
    {
        var dp = tape.GradientOf(probabilities, out var freshProbabilities);
        var dv = tape.GradientOf(value, out var freshValue);
        for (var head = 0; head < layout.Count; head++)
        {
            var dy = layout.Tokens(y.Gradient!, head);
            Gemm.Multiply(dy, layout.Tokens(value.Values, head).Transposed, layout.Scores(dp, head),
                layout.Window, layout.Width, layout.Window, accumulate: !freshProbabilities);
            Gemm.Multiply(layout.Scores(probabilities.Values, head).Transposed, dy, layout.Tokens(dv, head),
                layout.Window, layout.Window, layout.Width, accumulate: !freshValue);
        }
    }
}
