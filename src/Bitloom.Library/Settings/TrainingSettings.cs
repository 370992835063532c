using Bitloom.Projects;

namespace Bitloom;

/// <summary>
/// How a model is trained, first in floating point, then with its quantizers: the section <c>training</c>.
/// </summary>
public sealed record TrainingSettings : SectionSettings
{
    /// <summary>At most this many epochs in floating point.</summary>
    public int? Epochs { get; init; }

    /// <summary>At most this many epochs with quantization in the loop, by <see cref="Quantizer"/>.</summary>
    public int? QuantizedEpochs { get; init; }

    /// <summary>Windows an update.</summary>
    public int? Batch { get; init; }

    /// <summary>Greatest learning rate in floating point.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Greatest learning rate with quantization in the loop.</summary>
    public double? QuantizedLearningRate { get; init; }

    /// <summary>Epochs without progress on the validation part before training stops.</summary>
    public int? Patience { get; init; }

    /// <summary>Of the weights and of the order of the windows.</summary>
    public int? Seed { get; init; }

    /// <summary>How the learning rate moves over the epochs.</summary>
    public ScheduleKind? Schedule { get; init; }
}
