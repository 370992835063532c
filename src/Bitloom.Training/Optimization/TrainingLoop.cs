namespace Bitloom.Training;

/// <summary>The epochs that both phases share: steps, validation, the best state, early stopping.</summary>
internal sealed class TrainingLoop(
    EncoderModel model, IForwardObserver observer, IReadOnlyList<Trainable> trainables, TrainingOptions options)
{
    private readonly BatchPass _pass = new(model, observer, options);
    private readonly Adam _adam = new(trainables, options);
    private readonly SeededRandom _random = new(options.Seed ^ 0x5DEECE66D);
    private int _step;

    /// <summary>Before each epoch, with its number from 1.</summary>
    public Action<int> BeforeEpoch { get; init; } = _ => { };

    /// <summary>When a step's gradients are there.</summary>
    public Action AfterBackward { get; init; } = () => { };

    /// <summary>After each optimizer step.</summary>
    public Action AfterStep { get; init; } = () => { };

    /// <summary>After a restart, with the steps that were done before it.</summary>
    public Action<int> Resumed { get; init; } = _ => { };

    /// <summary>Where the loop's state is kept; null: nowhere.</summary>
    public TrainingCheckpoint? Checkpoint { get; init; }

    /// <summary>
    /// Trains; <paramref name="state"/> ends as it was after the epoch with the least <paramref name="validate"/>. What the
    /// checkpoint holds of this loop is not trained again, but reported again.
    /// </summary>
    public void Run(
        TrainingSet training, StateCopy state, (TrainingPhase Phase, double InitialLoss) start, Func<double> validate,
        IProgress<EpochResult>? progress, CancellationToken cancellation)
    {
        var (loop, saved) = Checkpoint?.Begin() ?? (0, null);
        var arrays = ArraysOf(state);
        var point = saved is not null && saved.TryCopyTo(arrays) ? Resume(saved, progress) : Start(start.InitialLoss);
        while (!point.Finished && point.Epoch < options.Epochs && point.Epoch - point.BestEpoch < options.Patience)
        {
            var epoch = point.Epoch + 1;
            BeforeEpoch(epoch);
            var loss = Epoch(training, cancellation);
            var validation = validate();
            var better = validation < point.Best;
            var result = new EpochResult(start.Phase, epoch, options.Epochs, loss, validation, better);
            progress?.Report(result);
            if (better)
                state.Keep();
            point = point with
            {
                Epoch = epoch,
                Best = better ? validation : point.Best,
                BestEpoch = better ? epoch : point.BestEpoch,
                History = point.History.Add(result),
            };
            if (Checkpoint is { IsDue: true })
                Save(loop, point, arrays);
        }

        if (point.Finished)
            return;
        state.Restore();
        Save(loop, point with { Finished = true }, arrays);
    }

    private static LoopState Start(double initialLoss) => new(0, false, initialLoss, 0, 0, 0, [], []);

    private LoopState Resume(LoopState saved, IProgress<EpochResult>? progress)
    {
        (_step, _adam.Steps, _random.State) = (saved.Steps, saved.Steps, saved.Random);
        Resumed(saved.Steps);
        foreach (var result in saved.History)
            progress?.Report(result);
        return saved;
    }

    private void Save(int loop, LoopState point, IReadOnlyList<float[]> arrays) => Checkpoint?.Save(loop, point with
    {
        Steps = _step,
        Random = _random.State,
        Arrays = [.. arrays.Select(array => array.ToArray())],
    });

    /// <summary>All that epochs change, each array once.</summary>
    private List<float[]> ArraysOf(StateCopy state) =>
    [
        .. model.State.Concat(trainables.Select(trainable => trainable.Tensor.Values)).Concat(state.Arrays)
            .Concat(_adam.Moments).Distinct<float[]>(ReferenceEqualityComparer.Instance),
    ];

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
            sum += Step(training, order.AsMemory(start..end), steps * options.Epochs) * (end - start);
        }

        return sum / training.Count;
    }

    private double Step(TrainingSet training, ReadOnlyMemory<int> windows, int steps)
    {
        Adam.ClearGradients(trainables);
        var loss = _pass.Run(training, windows);
        AfterBackward();
        _adam.Step(Schedule.At(options, _step++, steps));
        AfterStep();
        return loss;
    }
}
