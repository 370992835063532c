using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration.Tests.Running;

/// <summary>Answers from the settings alone, and remembers what it was asked.</summary>
internal sealed class FakeRunner : ITrialRunner
{
    public ConcurrentQueue<int> Asked { get; } = [];

    /// <summary>Done before a trial is answered.</summary>
    public Func<Trial, CancellationToken, Task> Work { get; init; } = (_, _) => Task.CompletedTask;

    public async Task<TrialResult> RunAsync(Trial trial, IStageProgress progress, CancellationToken cancellation)
    {
        Asked.Enqueue(trial.Number);
        await Work(trial, cancellation);
        var (rate, ratio) = (Value(trial, "training.learningRate"), Value(trial, "model.feedForwardRatio"));
        var measures = ImmutableSortedDictionary<Measure, double>.Empty
            .Add(Measure.Error, rate / ratio).Add(Measure.Latency, ratio);
        return new(
            [new(measures, ImmutableSortedDictionary<string, int>.Empty, trial.Settings, Excess: 0)], Epochs: 1, Seconds: 1);
    }

    private static double Value(Trial trial, string key) =>
        double.Parse(trial.Settings[key], CultureInfo.InvariantCulture);
}
