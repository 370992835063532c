using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Ir;
using Bitloom.Quantization.Forward;

namespace Bitloom.Quantization;

/// <summary>
/// The integer encoder on integer-valued floats: the same numbers as the hardware, fast enough to validate every
/// training epoch. It does not go through the integer graph, so that its agreement with the interpreter is evidence.
/// Not safe for use by several threads at once.
/// </summary>
public sealed class HardwareExactForward
{
    // Enough rows to use the weights well while the activations stay in the first two caches.
    private const int BlockWindows = 16;

    private readonly IntegerEncoder _encoder;
    private readonly ForwardStage[] _stages;
    private readonly ForwardBuffers _buffers;

    public HardwareExactForward(IntegerEncoder encoder)
    {
        _encoder = encoder;
        _stages = [.. encoder.Steps.Select(Stage)];
        _buffers = new ForwardBuffers(encoder, BlockWindows);
    }

    /// <summary>Real predictions, windows x outputs, of real (scaled) windows, windows x (n m).</summary>
    public float[] Predict(ReadOnlySpan<float> windows) =>
        HostQuantizer.Dequantize(Run(HostQuantizer.Quantize(windows, _encoder.Input)), _encoder.Output);

    /// <summary>Integer predictions, windows x outputs, of quantized windows, windows x (n m).</summary>
    public int[] Run(ReadOnlySpan<int> windows)
    {
        var output = _encoder.Output;
        var outputs = new int[Count(windows) * output.Count];
        RunBlocks(windows, (first, count) => Read(output, count, outputs.AsSpan(first * output.Count)));
        return outputs;
    }

    /// <summary>Every tensor of quantized windows.</summary>
    public EncoderTrace Trace(ReadOnlySpan<int> windows)
    {
        var total = Count(windows);
        var tensors = _encoder.Steps.Select(step => step.Output).Prepend(_encoder.Input).ToArray();
        var values = tensors.ToImmutableSortedDictionary(
            tensor => tensor.Name, tensor => new int[total * tensor.Count], StringComparer.Ordinal);
        RunBlocks(windows, (first, count) =>
        {
            foreach (var tensor in tensors)
                Read(tensor, count, values[tensor.Name].AsSpan(first * tensor.Count));
        });
        return new EncoderTrace(total, values);
    }

    private int Count(ReadOnlySpan<int> windows)
    {
        var (count, rest) = Math.DivRem(windows.Length, _encoder.Input.Count);
        return rest == 0
            ? count
            : throw new ArgumentException($"{windows.Length} elements are no whole number of windows", nameof(windows));
    }

    private void RunBlocks(ReadOnlySpan<int> windows, Action<int, int> read)
    {
        var size = _encoder.Input.Count;
        for (var first = 0; first < windows.Length / size; first += BlockWindows)
        {
            var count = Math.Min(BlockWindows, windows.Length / size - first);
            Write(windows.Slice(first * size, count * size));
            foreach (var stage in _stages)
                stage.Run(_buffers, count);
            read(first, count);
        }
    }

    private void Write(ReadOnlySpan<int> windows)
    {
        var (columns, buffer) = (_encoder.Input.Columns, _buffers[_encoder.Input.Name]);
        var stride = PaddedRows.Stride(columns);
        for (var row = 0; row < windows.Length / columns; row++)
        {
            for (var j = 0; j < columns; j++)
                buffer[row * stride + j] = windows[row * columns + j];
        }
    }

    private void Read(Tensor tensor, int windows, Span<int> values)
    {
        var buffer = _buffers[tensor.Name];
        var stride = PaddedRows.Stride(tensor.Columns);
        for (var row = 0; row < windows * tensor.Rows; row++)
        {
            for (var j = 0; j < tensor.Columns; j++)
                values[row * tensor.Columns + j] = (int)buffer[row * stride + j];
        }
    }

    private ForwardStage Stage(EncoderStep step) =>
        step switch
        {
            SoftmaxStep softmax => new SoftmaxStage(softmax),
            LookupStep lookup => new LookupStage(lookup, Minimum(lookup.Input)),
            NormStep norm => new NormStage(norm),
            ProductStep { Kind: MatMulKind.AttentionScores } p => new ScoresStage(p, _encoder.Shape.Dimension),
            ProductStep { Kind: MatMulKind.AttentionContext } p => new ContextStage(p),
            ProductStep product when _encoder.Constant(product.A) is { } row => new PoolStage(product, row),
            ProductStep product => Dense(product),
            _ => throw new CompilerBugException(step.Output.Name, $"{step.GetType().Name} has no stage"),
        };

    private int Minimum(string tensor) =>
        _encoder.Steps.First(step => step.Output.Name == tensor).Output.Format.Minimum;

    private DenseStage Dense(ProductStep product)
    {
        var residual = product.Epilogue.Residual is { } term ? _encoder.Constant(term.Tensor) : null;
        return new DenseStage(product, _encoder.Constant(product.B)!, residual);
    }
}
