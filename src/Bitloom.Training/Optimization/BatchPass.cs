using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// Forward and backward through a batch: loss, and gradients of everything trained. Weights are made once; the lanes of
/// the batch (<see cref="BatchCut"/>) then run on as many threads as there are, each lane with gradients of its own,
/// which are added up lane by lane.
/// </summary>
internal sealed class BatchPass
{
    private readonly EncoderModel _model;
    private readonly TrainingOptions _options;
    private readonly Tape _weightTape = new();
    private readonly PreparedWeights _weights;
    private readonly Tape[] _tapes;
    private readonly ParallelOptions _parallel;
    private readonly List<(SharedGradients Gradients, double Loss)> _lanes = [];
    private int _next;

    public BatchPass(EncoderModel model, IForwardObserver observer, TrainingOptions options)
    {
        (_model, _options, _weights) = (model, options, new PreparedWeights(observer));
        _tapes = [.. Enumerable.Range(0, Math.Max(1, options.Threads)).Select(_ => new Tape())];
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = _tapes.Length };
    }

    /// <summary>The loss of these windows; adds to the gradients.</summary>
    public double Run(TrainingSet training, ReadOnlyMemory<int> windows)
    {
        _weights.Make(_weightTape, _model);
        var cut = _model.UsesBatchStatistics
            ? BatchCut.Whole(windows.Length)
            : BatchCut.Of(windows.Length, _model.Shape);
        while (_lanes.Count < cut.Lanes)
            _lanes.Add((new SharedGradients(), 0));
        _next = 0;
        var workers = Math.Min(_tapes.Length, cut.Lanes);
        if (workers == 1)
            Work(_tapes[0], training, windows, cut);
        else
            Parallel.For(0, workers, _parallel, worker => Work(_tapes[worker], training, windows, cut));
        return Collect(cut);
    }

    // Whoever is free takes the next lane.
    private void Work(Tape tape, TrainingSet training, ReadOnlyMemory<int> windows, BatchCut cut)
    {
        for (var lane = Next(); lane < cut.Lanes; lane = Next())
        {
            var loss = 0.0;
            tape.Shared = _lanes[lane].Gradients;
            for (var piece = 0; piece < cut.PiecesPerLane; piece++)
                loss += Piece(tape, training, windows[cut.Piece(lane, piece)].Span, cut.Windows);
            _lanes[lane] = (_lanes[lane].Gradients, loss);
        }
    }

    private int Next() => Interlocked.Increment(ref _next) - 1;

    private double Piece(Tape tape, TrainingSet training, ReadOnlySpan<int> windows, int all)
    {
        var shape = _model.Shape;
        var share = (float)windows.Length / all;
        var inputs = Gather(tape, training.Inputs, windows, new(windows.Length, shape.Window, shape.Features));
        var targets = Gather(tape, training.Targets, windows, new(windows.Length, 1, shape.Outputs));
        var loss = _options.Loss.Of(tape, _model.Forward(tape, inputs, _weights), targets);
        tape.Backward(loss, share);
        double value = loss.Values[0];
        tape.Reset();
        return value * share;
    }

    private double Collect(BatchCut cut)
    {
        var loss = 0.0;
        for (var lane = 0; lane < cut.Lanes; lane++)
        {
            loss += _lanes[lane].Loss;
            _lanes[lane].Gradients.AddTo(_weightTape);
        }

        _weightTape.Backward();
        _weightTape.Reset();
        return loss;
    }

    private static FloatTensor Gather(Tape tape, float[] source, ReadOnlySpan<int> windows, TensorShape shape)
    {
        var size = shape.Rows * shape.Columns;
        var tensor = tape.Input(shape);
        for (var i = 0; i < windows.Length; i++)
            source.AsSpan(windows[i] * size, size).CopyTo(tensor.Values.AsSpan(i * size));
        return tensor;
    }
}
