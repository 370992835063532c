namespace Bitloom.Tensors;

/// <summary>Arrays by exact length, reused from step to step: a training step allocates next to nothing.</summary>
internal sealed class BufferPool
{
    private readonly Dictionary<int, Stack<float[]>> _free = [];

    /// <summary>An array with arbitrary contents.</summary>
    public float[] Rent(int length) =>
        _free.TryGetValue(length, out var stack) && stack.TryPop(out var buffer) ? buffer : AlignedArray.Make(length);

    public void Return(float[] buffer)
    {
        if (!_free.TryGetValue(buffer.Length, out var stack))
            _free.Add(buffer.Length, stack = new Stack<float[]>());
        stack.Push(buffer);
    }
}
