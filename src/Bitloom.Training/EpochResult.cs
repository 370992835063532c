namespace Bitloom.Training;

/// <summary>Which part of the training an epoch belongs to.</summary>
public enum TrainingPhase
{
    /// <summary>Full precision.</summary>
    Float,

    /// <summary>Fake-quantized.</summary>
    Quantized,
}

/// <summary>
/// One epoch done, counted from 1 (0: before the first, after calibration). Losses are mean squared errors in the
/// network's units; the validation loss is the hardware's where that was asked for.
/// </summary>
public sealed record EpochResult(
    TrainingPhase Phase, int Epoch, int Epochs, double TrainingLoss, double ValidationLoss, bool Best);
