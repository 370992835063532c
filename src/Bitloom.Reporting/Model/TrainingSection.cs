using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>How training went; losses are those of the epoch that was kept.</summary>
/// <param name="Epochs">Epochs that were run.</param>
/// <param name="BestEpoch">The epoch that was kept, from 1.</param>
/// <param name="QuantizedEpochs">Epochs with fake quantization after those; 0 for post-training quantization.</param>
public sealed record TrainingSection(
    int Epochs, int BestEpoch, double TrainLoss, double ValidationLoss, int QuantizedEpochs)
{
    /// <summary>The epochs of both phases; of long trainings some hundreds, evenly chosen.</summary>
    public ImmutableArray<EpochEntry> History { get; init; } = [];
}
