using System.Globalization;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>Remembers the epochs of a training and tells them to the progress.</summary>
internal sealed class EpochReport(IStageProgress progress) : IProgress<EpochResult>
{
    private readonly List<EpochResult> epochs = [];

    /// <summary>The epochs so far, in order.</summary>
    public IReadOnlyList<EpochResult> Epochs => epochs;

    /// <summary>Tells that a training goes on, where it does.</summary>
    public void Resume(string stage, TrainingCheckpoint checkpoint)
    {
        if (checkpoint.Epochs > 0)
            progress.Note(stage, FormattableString.Invariant($"goes on behind epoch {checkpoint.Epochs}, where it was stopped"));
    }

    public void Report(EpochResult value)
    {
        epochs.Add(value);
        progress.Advance(
            value.Epoch == 0 ? 0 : 1,
            string.Create(CultureInfo.InvariantCulture, $"validation loss {value.ValidationLoss:0.00000}"));
    }

    /// <summary>One phrase on the best epoch.</summary>
    public string Summary() => SummaryOf(epochs);

    /// <summary>The same, of the epochs of a training that was made before.</summary>
    public static string SummaryOf(IEnumerable<EpochResult> epochs) => epochs.LastOrDefault(epoch => epoch.Best) is { } best
        ? string.Create(
            CultureInfo.InvariantCulture, $"validation loss {best.ValidationLoss:0.00000} at epoch {best.Epoch}")
        : "no epoch was better than the start";
}
