using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>y = a + b, where b has the shape of a or is one matrix added to each batch of a.</summary>
public static class AddOperation
{
    /// <summary>The sum; b is repeated along the batches when it has only one.</summary>
    public static FloatTensor Add(this Tape tape, FloatTensor a, FloatTensor b)
    {
        var y = tape.Make(a.Shape, a, b);
        for (var i = 0; i < y.Values.Length; i += b.Values.Length)
        {
            var part = a.Values.AsSpan(i, b.Values.Length);
            TensorPrimitives.Add(part, b.Values, y.Values.AsSpan(i, b.Values.Length));
        }

        tape.Record(y, () => Backward(tape, a, b, y));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor a, FloatTensor b, FloatTensor y)
    {
        if (b.NeedsGradient)
            AddRepetitions(tape, b, y.Gradient);
        if (a.NeedsGradient)
            Accumulate.Share(tape, a, y);
    }

    private static void AddRepetitions(Tape tape, FloatTensor b, ReadOnlySpan<float> dy)
    {
        if (b.Values.Length == dy.Length)
        {
            Accumulate.Into(tape, b, dy);
            return;
        }

        var db = tape.GradientOf(b);
        for (var i = 0; i < dy.Length; i += db.Length)
            TensorPrimitives.Add(db, dy.Slice(i, db.Length), db);
    }
}
