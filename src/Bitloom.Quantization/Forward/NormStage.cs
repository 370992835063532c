namespace Bitloom.Quantization.Forward;

/// <summary>
/// LayerNorm and RMSNorm of docs/arithmetic.md, row by row. The root is that of double precision, moved to the greatest
/// integer whose square fits.
/// </summary>
internal sealed class NormStage(NormStep step) : ForwardStage
{
    public override void Run(ForwardBuffers buffers, int windows)
    {
        var (stride, columns) = (PaddedRows.Stride(step.Output.Columns), step.Output.Columns);
        var (input, output) = (buffers[step.Input], buffers[step.Output.Name]);
        for (var row = 0; row < windows * step.Output.Rows; row++)
            Row(input.AsSpan(row * stride, columns), output.AsSpan(row * stride, columns));
    }

    private void Row(ReadOnlySpan<float> input, Span<float> output)
    {
        long count = input.Length;
        var (sum, squares) = (0L, 0L);
        foreach (long x in input)
            (sum, squares) = (sum + (step.Centered ? x : 0), squares + x * x);

        var root = Root(step.Gain / (count * squares - sum * sum + step.Epsilon));
        var half = 1L << (step.Shift - 1);
        var (minimum, maximum) = (step.Output.Format.Minimum, step.Output.Format.Maximum);
        for (var j = 0; j < output.Length; j++)
        {
            var deviation = count * (long)input[j] - sum;
            output[j] = Math.Clamp((root * deviation + half) >> step.Shift, minimum, maximum);
        }
    }

    private static long Root(long quotient)
    {
        var root = (long)Math.Sqrt(quotient);
        while (root * root > quotient)
            root--;
        while ((root + 1) * (root + 1) <= quotient)
            root++;
        return root;
    }
}
