namespace Bitloom.Quantization.Forward;

/// <summary>A function by its table, element by element.</summary>
internal sealed class LookupStage(LookupStep step, int minimum) : ForwardStage
{
    private readonly float[] _table = [.. step.Table.Select(entry => (float)entry)];

    public override void Run(ForwardBuffers buffers, int windows)
    {
        var (stride, columns) = (PaddedRows.Stride(step.Output.Columns), step.Output.Columns);
        var (input, output) = (buffers[step.Input], buffers[step.Output.Name]);
        for (var row = 0; row < windows * step.Output.Rows; row++)
        {
            for (var i = row * stride; i < row * stride + columns; i++)
                output[i] = _table[(int)input[i] - minimum];
        }
    }
}
