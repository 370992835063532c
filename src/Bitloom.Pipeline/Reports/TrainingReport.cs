using Bitloom.Reporting;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>How training went.</summary>
internal static class TrainingReport
{
    private const int MostEpochs = 400;

    public static TrainingSection Of(IReadOnlyList<EpochResult> epochs)
    {
        var floats = epochs.Where(epoch => epoch.Phase == TrainingPhase.Float).ToArray();
        var best = floats.LastOrDefault(epoch => epoch.Best);
        return new(
            floats.Length, best?.Epoch ?? 0, best?.TrainingLoss ?? 0, best?.ValidationLoss ?? 0,
            epochs.Count(epoch => epoch is { Phase: TrainingPhase.Quantized, Epoch: > 0 }))
        {
            History = [.. Thinned(epochs).Select(Entry)],
        };
    }

    private static EpochEntry Entry(EpochResult epoch) => new(
        epoch.Phase.ToString().ToLowerInvariant(), epoch.Epoch,
        epoch.TrainingLoss is { } loss ? Rounded.Of(loss) : null, Rounded.Of(epoch.ValidationLoss));

    private static IEnumerable<EpochResult> Thinned(IReadOnlyList<EpochResult> epochs)
    {
        var step = (epochs.Count + MostEpochs - 1) / MostEpochs;
        return epochs.Where((epoch, index) => step <= 1 || index % step == 0 || index == epochs.Count - 1);
    }
}
