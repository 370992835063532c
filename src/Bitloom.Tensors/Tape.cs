namespace Bitloom.Tensors;

/// <summary>
/// Reverse-mode differentiation: operations append their backward step, <see cref="Backward(FloatTensor, float)"/> runs
/// them last to first. Every operation adds to the gradients of its inputs. One tape serves one thread.
/// </summary>
public sealed class Tape
{
    private readonly BufferPool _pool = new();
    private readonly List<float[]> _rented = [];
    private readonly List<FloatTensor> _made = [];
    private readonly List<FloatTensor> _transposed = [];
    private readonly List<(FloatTensor Result, Action Step)> _backward = [];

    /// <summary>False for evaluation: nothing is recorded, no gradient is kept.</summary>
    public bool Recording { get; set; } = true;

    /// <summary>
    /// Where gradients of tensors go that this tape has not made; null: to the tensors. Tapes that run at the same time
    /// have different ones.
    /// </summary>
    public SharedGradients? Shared { get; set; }

    /// <summary>A tensor of this tape holding a copy of the values, without a gradient.</summary>
    public FloatTensor Input(TensorShape shape, ReadOnlySpan<float> values)
    {
        var tensor = Input(shape);
        values.CopyTo(tensor.Values);
        return tensor;
    }

    /// <summary>A tensor of this tape without a gradient, for the caller to fill.</summary>
    public FloatTensor Input(TensorShape shape) => new(shape, Rent(shape.Size), needsGradient: false)
    {
        Owner = this,
    };

    /// <summary>
    /// Keeps the transposed weights until <see cref="Reset"/> for all backward steps that multiply by them.
    /// </summary>
    public void KeepTransposed(FloatTensor weight)
    {
        weight.Transposed = Rent(weight.Values.Length);
        Transpose.Copy(weight.Values, weight.Shape.Columns, weight.Transposed);
        _transposed.Add(weight);
    }

    /// <summary>
    /// Fills all gradients that <paramref name="loss"/>, one number, depends on: of <paramref name="weight"/> times the
    /// loss.
    /// </summary>
    public void Backward(FloatTensor loss, float weight = 1)
    {
        GradientOf(loss).AsSpan().Fill(weight);
        Backward();
    }

    /// <summary>Fills the gradients that the results with a gradient so far depend on.</summary>
    public void Backward()
    {
        for (var i = _backward.Count - 1; i >= 0; i--)
            if (_backward[i].Result.Gradient is not null)
                _backward[i].Step();
    }

    /// <summary>Forgets all recorded steps and takes back all tensors made.</summary>
    public void Reset()
    {
        foreach (var tensor in _made)
            tensor.Gradient = null;
        foreach (var buffer in _rented)
            _pool.Return(buffer);
        foreach (var weight in _transposed)
            weight.Transposed = null;
        _made.Clear();
        _transposed.Clear();
        _rented.Clear();
        _backward.Clear();
    }

    /// <summary>Whether the tensor was made by this tape.</summary>
    internal bool Owns(FloatTensor tensor) => tensor.Owner == this;

    /// <summary>An uninitialized result of an operation on the given inputs.</summary>
    internal FloatTensor Make(TensorShape shape, params ReadOnlySpan<FloatTensor> inputs)
    {
        var needsGradient = false;
        foreach (var input in inputs)
            needsGradient |= input.NeedsGradient;
        var tensor = new FloatTensor(shape, Rent(shape.Size), Recording && needsGradient) { Owner = this };
        _made.Add(tensor);
        return tensor;
    }

    /// <summary>Scratch memory with arbitrary contents, valid until <see cref="Reset"/>.</summary>
    internal float[] Rent(int length)
    {
        var buffer = _pool.Rent(length);
        _rented.Add(buffer);
        return buffer;
    }

    /// <summary>Appends the backward step of the operation that made <paramref name="result"/>.</summary>
    internal void Record(FloatTensor result, Action backward)
    {
        if (result.NeedsGradient)
            _backward.Add((result, backward));
    }

    /// <summary>The gradient to add to; zero at first.</summary>
    internal float[] GradientOf(FloatTensor tensor)
    {
        if (Shared is not null && !Owns(tensor))
            return Shared.Of(tensor);
        if (tensor.Gradient is null)
        {
            tensor.Gradient = Rent(tensor.Shape.Size);
            Array.Clear(tensor.Gradient);
        }

        return tensor.Gradient;
    }

    /// <summary>The gradient to overwrite or to add to, as <paramref name="fresh"/> says.</summary>
    internal float[] GradientOf(FloatTensor tensor, out bool fresh)
    {
        if (Shared is not null && !Owns(tensor))
        {
            fresh = false;
            return Shared.Of(tensor);
        }

        fresh = tensor.Gradient is null;
        return tensor.Gradient ??= Rent(tensor.Shape.Size);
    }
}
