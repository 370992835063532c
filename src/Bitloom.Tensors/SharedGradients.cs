using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>
/// Gradients of tensors that several tapes read, such as weights. Each tape adds to a set of its own, so that tapes can
/// run at the same time; the sets are then added up in a fixed order, so that the sums do not depend on who was first.
/// </summary>
public sealed class SharedGradients
{
    private readonly BufferPool _pool = new();
    private readonly Dictionary<FloatTensor, float[]> _sums = [];

    /// <summary>Adds all gradients to those of the tensors, for <paramref name="tape"/>, and forgets them.</summary>
    public void AddTo(Tape tape)
    {
        foreach (var (tensor, sum) in _sums)
        {
            var gradient = tape.GradientOf(tensor);
            TensorPrimitives.Add(gradient, sum, gradient);
            _pool.Return(sum);
        }

        _sums.Clear();
    }

    /// <summary>The gradient to add to; zero at first.</summary>
    internal float[] Of(FloatTensor tensor)
    {
        if (_sums.TryGetValue(tensor, out var sum))
            return sum;
        sum = _pool.Rent(tensor.Values.Length);
        Array.Clear(sum);
        _sums.Add(tensor, sum);
        return sum;
    }
}
