using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>The epochs that both phases share: steps, validation, the best state, early stopping.</summary>
internal sealed class TrainingLoop(
    EncoderModel model, IForwardObserver observer, IReadOnlyList<Trainable> trainables, TrainingOptions options)
{
    private readonly Tape _tape = new();
    private readonly Adam _adam = new(trainables, options);
    private readonly SeededRandom _random = new(options.Seed ^ 0x5DEECE66D);
    private int _step;

    /// <summary>Before each epoch, with its number from 1.</summary>
    public Action<int> BeforeEpoch { get; init; } = _ => { };

    /// <summary>After each optimizer step.</summary>
    public Action AfterStep { get; init; } = () => { };

    /// <summary>
    /// Trains; <paramref name="state"/> ends as it was after the epoch with the least <paramref name="validate"/>.
    /// </summary>
    public void Run(
        TrainingSet training, StateCopy state, (TrainingPhase Phase, double InitialLoss) start, Func<double> validate,
        IProgress<EpochResult>? progress, CancellationToken cancellation)
    {
        var (best, bestEpoch) = (start.InitialLoss, 0);
        for (var epoch = 1; epoch <= options.Epochs && epoch - bestEpoch <= options.Patience; epoch++)
        {
            BeforeEpoch(epoch);
            var loss = Epoch(training, cancellation);
            var validation = validate();
            var better = validation < best;
            progress?.Report(new EpochResult(start.Phase, epoch, options.Epochs, loss, validation, better));
            if (!better)
                continue;
            (best, bestEpoch) = (validation, epoch);
            state.Keep();
        }

        state.Restore();
    }

    private double Epoch(TrainingSet training, CancellationToken cancellation)
    {
        var order = Enumerable.Range(0, training.Count).ToArray();
        _random.Shuffle(order);
        // Batches of equal size but for one window: a short last batch would be a noisy step at full rate.
        var steps = (training.Count + options.Batch - 1) / options.Batch;
        var sum = 0.0;
        for (var i = 0; i < steps; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = (int)((long)training.Count * i / steps);
            var end = (int)((long)training.Count * (i + 1) / steps);
            sum += Step(training, order.AsSpan(start..end), steps * options.Epochs) * (end - start);
        }

        return sum / training.Count;
    }

    private double Step(TrainingSet training, ReadOnlySpan<int> windows, int steps)
    {
        var shape = model.Shape;
        var inputs = Gather(training.Inputs, windows, new TensorShape(windows.Length, shape.Window, shape.Features));
        var targets = Gather(training.Targets, windows, new TensorShape(windows.Length, 1, shape.Outputs));
        var loss = options.Loss.Of(_tape, model.Forward(_tape, inputs, observer), targets);
        double value = loss.Values[0];
        Adam.ClearGradients(trainables);
        _tape.Backward(loss);
        _adam.Step(Schedule.At(options, _step++, steps));
        AfterStep();
        _tape.Reset();
        return value;
    }

    private FloatTensor Gather(float[] source, ReadOnlySpan<int> windows, TensorShape shape)
    {
        var size = shape.Rows * shape.Columns;
        var tensor = _tape.Input(shape);
        for (var i = 0; i < windows.Length; i++)
            source.AsSpan(windows[i] * size, size).CopyTo(tensor.Values.AsSpan(i * size));
        return tensor;
    }
}
