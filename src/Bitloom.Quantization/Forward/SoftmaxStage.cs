namespace Bitloom.Quantization.Forward;

/// <summary>The softmax of docs/arithmetic.md, row by row.</summary>
internal sealed class SoftmaxStage : ForwardStage
{
    private readonly SoftmaxStep _step;
    private readonly int[] _table;
    private readonly int _keys;
    private readonly long _largest;
    private readonly long[] _exponentials;

    public SoftmaxStage(SoftmaxStep step)
    {
        (_step, _keys, _largest) = (step, step.Output.Columns, step.Output.Format.Maximum);
        _table = [.. step.Exponentials];
        _exponentials = new long[_keys];
    }

    public override void Run(ForwardBuffers buffers, int windows)
    {
        var stride = PaddedRows.Stride(_keys);
        var (scores, probabilities) = (buffers[_step.Scores], buffers[_step.Output.Name]);
        for (var row = 0; row < windows * _step.Output.Rows; row++)
        {
            var seen = _step.Causal ? row % _keys + 1 : _keys;
            Row(scores.AsSpan(row * stride, seen), probabilities.AsSpan(row * stride, seen));
            probabilities.AsSpan(row * stride + seen, _keys - seen).Clear();
        }

    }

    private void Row(ReadOnlySpan<float> scores, Span<float> probabilities)
    {
        var maximum = scores[0];
        foreach (var score in scores)
            maximum = Math.Max(maximum, score);

        var sum = 0L;
        for (var j = 0; j < scores.Length; j++)
            sum += _exponentials[j] = _table[(int)(maximum - scores[j])];

        var k = _step.ReciprocalShift;
        var reciprocal = (_largest << k) / sum;
        for (var j = 0; j < probabilities.Length; j++)
            probabilities[j] = Math.Min(_largest, (_exponentials[j] * reciprocal + (1L << (k - 1))) >> k);
    }
}
