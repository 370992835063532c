using Bitloom.Pipeline;

namespace Bitloom;

/// <summary>Turns trained models into integers.</summary>
public static class Quantizer
{
    /// <summary>
    /// Trains on with quantization in the loop, or quantizes at once (<c>quantization.method: ptq</c>), and lowers the
    /// result to a graph of integers whose every rounding error is proven.
    /// </summary>
    /// <exception cref="BitloomException">
    /// The settings cannot be used, or an operation leaves its proven bound.
    /// </exception>
    public static async Task<QuantizedTransformer> QuantizeAsync(
        TrainedTransformer trained, QuantizationSettings? settings = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trained);
        var session = trained.Session.With("quantization", settings ?? new());
        var run = await session.RunAsync(
            inputs => TrainStage.QuantizedAsync(inputs, trained.Trained, session.Progress, cancellation));
        var model = TrainStage.Chosen(session.Inputs, run);
        var integers = await session.RunAsync(inputs => Task.FromResult(ModelStages.Quantize(inputs, model)));
        return new(session, model, integers);
    }
}
