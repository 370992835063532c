namespace Bitloom.Quantization.Forward;

/// <summary>The mean over tokens: the pooling row times the block's output, window by window.</summary>
internal sealed class PoolStage : ForwardStage
{
    private readonly ProductStep _step;
    private readonly EpilogueKernel _epilogue;
    private readonly float[] _row;
    private readonly int _tokens;

    public PoolStage(ProductStep step, IntegerMatrix row)
    {
        (_step, _tokens) = (step, row.Tensor.Columns);
        _row = PaddedRows.Pad(row.Values, 1, _tokens);
        _epilogue = new EpilogueKernel(step.Epilogue, step.Output.Columns);
    }

    public override void Run(ForwardBuffers buffers, int windows)
    {
        var stride = _epilogue.Stride;
        for (var window = 0; window < windows; window++)
        {
            var block = buffers[_step.B].AsSpan(window * _tokens * stride);
            MatrixKernel.Multiply(_row, _row.Length, 1, _tokens, block, stride, buffers.Sums.AsSpan(window * stride));
        }

        _epilogue.Run(buffers.Sums, [], 1, buffers[_step.Output.Name], windows);
    }
}
