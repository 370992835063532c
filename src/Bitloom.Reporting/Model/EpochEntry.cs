namespace Bitloom.Reporting;

/// <summary>One epoch of training; losses are those that were trained by, in the network's units.</summary>
/// <param name="Phase">The arithmetic: <c>float</c> or <c>quantized</c>.</param>
/// <param name="Epoch">From 1 in each phase; 0 is what the phase began with.</param>
/// <param name="TrainLoss">Mean over the training windows; null before the first epoch.</param>
/// <param name="ValidationLoss">Over the validation windows; of the integer model in the quantized phase.</param>
public sealed record EpochEntry(string Phase, int Epoch, double? TrainLoss, double ValidationLoss);
