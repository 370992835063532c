using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>What one training led to.</summary>
/// <param name="ValidationLoss">Of the epoch that was kept, by the hardware-exact forward: what chooses among runs.</param>
/// <param name="Epochs">Those of both phases.</param>
internal sealed record TrainedRun(
    TrainingRun Run, EncoderModel Float, QuantizedEncoder Quantized, double ValidationLoss,
    IReadOnlyList<EpochResult> Epochs);
