namespace Bitloom.Quantization.Forward;

/// <summary>P V a head; a head's columns are copied out and back, as they need not start at a whole vector.</summary>
internal sealed class ContextStage : ForwardStage
{
    private readonly ProductStep _step;
    private readonly EpilogueKernel _epilogue;
    private readonly int _tokens;
    private readonly int _width;

    public ContextStage(ProductStep step)
    {
        (_step, _tokens, _width) = (step, step.Output.Rows, step.Output.Columns / step.Heads);
        _epilogue = new EpilogueKernel(step.Epilogue, step.Output.Columns);
    }

    public override void Run(ForwardBuffers buffers, int windows)
    {
        for (var window = 0; window < windows; window++)
        {
            for (var head = 0; head < _step.Heads; head++)
                Multiply(buffers, window, head);
        }

        _epilogue.Run(buffers.Sums, [], 1, buffers[_step.Output.Name], windows * _tokens);
    }

    private void Multiply(ForwardBuffers buffers, int window, int head)
    {
        var (full, narrow, keys) = (_epilogue.Stride, PaddedRows.Stride(_width), PaddedRows.Stride(_tokens));
        var first = window * _tokens * full + head * _width;
        var probabilities = buffers[_step.A].AsSpan((window * _step.Heads + head) * _tokens * keys);
        Copy<float>(buffers[_step.B].AsSpan(first), full, buffers.Operand, narrow);
        MatrixKernel.Multiply(probabilities, keys, _tokens, _tokens, buffers.Operand, narrow, buffers.HeadSums);
        Copy<double>(buffers.HeadSums, narrow, buffers.Sums.AsSpan(first), full);
    }

    private void Copy<T>(ReadOnlySpan<T> source, int sourceStride, Span<T> target, int targetStride)
    {
        for (var token = 0; token < _tokens; token++)
            source.Slice(token * sourceStride, _width).CopyTo(target[(token * targetStride)..]);
    }
}
