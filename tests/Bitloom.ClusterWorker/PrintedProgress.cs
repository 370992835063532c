using Bitloom.Cluster;
using Bitloom.Exploration;
using Bitloom.Pipeline;

namespace Bitloom.KilledProcess;

internal sealed class PrintedProgress : IWorkerProgress, IStageProgress
{
    public IStageProgress Stages => this;

    public void Joined(string address) => Console.WriteLine($"joined {address}");

    public void Began(string study, Trial trial) => Console.WriteLine($"began {trial.Number}");

    public void Finished(string study, Trial trial, TrialResult result) =>
        Console.WriteLine($"finished {trial.Number}");

    public void Lost(string study, Trial trial) => Console.WriteLine($"lost {trial.Number}");

    public void Trouble(string reason) => Console.WriteLine($"trouble {reason}");

    public void Begin(string stage, double total, string unit)
    {
    }

    public void Advance(double amount, string? note = null)
    {
    }

    public void End(string summary)
    {
    }

    public void Note(string stage, string text)
    {
    }
}
