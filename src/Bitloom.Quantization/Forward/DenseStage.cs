namespace Bitloom.Quantization.Forward;

/// <summary>Activations times weights: all tokens of all windows are rows of one product.</summary>
internal sealed class DenseStage : ForwardStage
{
    private readonly ProductStep _step;
    private readonly float[] _weights;
    private readonly int _depth;
    private readonly float[]? _constantResidual;
    private readonly EpilogueKernel _epilogue;

    public DenseStage(ProductStep step, IntegerMatrix weights, IntegerMatrix? constantResidual)
    {
        var columns = step.Output.Columns;
        (_step, _depth) = (step, weights.Tensor.Rows);
        _weights = PaddedRows.Pad(weights.Values, _depth, columns);
        if (constantResidual is not null)
            _constantResidual = PaddedRows.Pad(constantResidual.Values, step.Output.Rows, columns);
        _epilogue = new EpilogueKernel(step.Epilogue, columns);
    }

    public override void Run(ForwardBuffers buffers, int windows)
    {
        var rows = windows * _step.Output.Rows;
        var stride = PaddedRows.Stride(_depth);
        MatrixKernel.Multiply(buffers[_step.A], stride, rows, _depth, _weights, _epilogue.Stride, buffers.Sums);

        var residual = _step.Epilogue.Residual is { } term ? _constantResidual ?? buffers[term.Tensor] : [];
        var residualRows = _constantResidual is null ? rows : _step.Output.Rows;
        _epilogue.Run(buffers.Sums, residual, residualRows, buffers[_step.Output.Name], rows);
    }
}
