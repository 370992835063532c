using System.Diagnostics;
using Bitloom.Training;

namespace Bitloom.Benchmarks;

/// <summary>The seconds of each epoch by its number; the first has everything before it as well.</summary>
public sealed class EpochTimes : IProgress<EpochResult>
{
    private long last = Stopwatch.GetTimestamp();

    /// <summary>By number of the epoch.</summary>
    public double[] Seconds { get; } = new double[64];

    /// <inheritdoc/>
    public void Report(EpochResult value)
    {
        Seconds[value.Epoch] = Stopwatch.GetElapsedTime(last).TotalSeconds;
        last = Stopwatch.GetTimestamp();
    }
}
