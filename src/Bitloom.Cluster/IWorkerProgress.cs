using Bitloom.Exploration;
using Bitloom.Pipeline;

namespace Bitloom.Cluster;

/// <summary>Hears what a worker does. May be called from any thread.</summary>
public interface IWorkerProgress
{
    /// <summary>The stages of the trial at work.</summary>
    IStageProgress Stages { get; }

    /// <summary>The worker is in the cluster, at this address.</summary>
    void Joined(string address);

    /// <summary>A trial begins.</summary>
    void Began(string study, Trial trial);

    /// <summary>The trial's result is in the store.</summary>
    void Finished(string study, Trial trial, TrialResult result);

    /// <summary>The trial was given back, or taken away.</summary>
    void Lost(string study, Trial trial);

    /// <summary>Something went wrong that the worker tries again.</summary>
    void Trouble(string reason);
}
