using Bitloom.Cluster;
using Bitloom.Exploration;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>What a worker does, a line each.</summary>
internal sealed class WorkerLines(IAnsiConsole console) : IWorkerProgress
{
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public IStageProgress Stages { get; } = new SilentProgress();

    /// <inheritdoc/>
    public void Joined(string address) => Show($"joined the cluster as {address}; waiting for trials");

    /// <inheritdoc/>
    public void Began(string study, Trial trial) => Show($"{study}: trial {trial.Number} begins");

    /// <inheritdoc/>
    public void Finished(string study, Trial trial, TrialResult result) => Show(
        $"{study}: trial {trial.Number} finished, {result.Points.Length} points in {result.Seconds:0.0} s{(result.Fault is null ? "" : ": " + result.Fault.Split('\n')[0])}");

    /// <inheritdoc/>
    public void Lost(string study, Trial trial) => Show($"{study}: trial {trial.Number} given back");

    /// <inheritdoc/>
    public void Trouble(string reason) => Show($"{reason}; trying again");

    private void Show(FormattableString text)
    {
        lock (_lock)
            CommandTerminal.Line(console, text);
    }
}
