namespace Bitloom.Quantization.Forward;

/// <summary>Q K^T a head; the keys of a head are transposed first, so that a row of B holds all tokens.</summary>
internal sealed class ScoresStage : ForwardStage
{
    private readonly ProductStep _step;
    private readonly EpilogueKernel _epilogue;
    private readonly int _tokens;
    private readonly int _depth;
    private readonly int _queryStride;

    public ScoresStage(ProductStep step, int dimension)
    {
        (_step, _tokens, _depth) = (step, step.Output.Columns, dimension / step.Heads);
        _queryStride = PaddedRows.Stride(dimension);
        _epilogue = new EpilogueKernel(step.Epilogue, _tokens);
    }

    public override void Run(ForwardBuffers buffers, int windows)
    {
        for (var window = 0; window < windows; window++)
        {
            for (var head = 0; head < _step.Heads; head++)
                Multiply(buffers, window, head);
        }

        _epilogue.Run(buffers.Sums, [], 1, buffers[_step.Output.Name], windows * _step.Output.Rows);
    }

    private void Multiply(ForwardBuffers buffers, int window, int head)
    {
        var first = window * _tokens * _queryStride + head * _depth;
        var stride = _epilogue.Stride;
        Transpose(buffers[_step.B].AsSpan(first), buffers.Operand, stride);
        var queries = buffers[_step.A].AsSpan(first);
        var sums = buffers.Sums.AsSpan((window * _step.Heads + head) * _tokens * stride);
        MatrixKernel.Multiply(queries, _queryStride, _tokens, _depth, buffers.Operand, stride, sums);
    }

    private void Transpose(ReadOnlySpan<float> keys, Span<float> operand, int stride)
    {
        for (var token = 0; token < _tokens; token++)
        {
            var key = keys.Slice(token * _queryStride, _depth);
            for (var k = 0; k < key.Length; k++)
                operand[k * stride + token] = key[k];
        }
    }
}
