using Bitloom.Data;
using Bitloom.Training;

namespace Bitloom.Projects;

/// <summary>How the learning rate moves over the epochs.</summary>
public enum ScheduleKind
{
    /// <summary>It stays.</summary>
    Constant,

    /// <summary>It falls along half a cosine.</summary>
    Cosine,
}

/// <summary>How the model is trained, first in floating point, then with quantization.</summary>
/// <param name="Epochs">At most this many passes over the training windows in floating point.</param>
/// <param name="QuantizedEpochs">At most this many passes more with fake quantization.</param>
/// <param name="Batch">Windows an update.</param>
/// <param name="LearningRate">Peak rate in floating point.</param>
/// <param name="QuantizedLearningRate">Peak rate with fake quantization.</param>
/// <param name="Runs">Trainings with the seeds from <paramref name="Seed"/> on; the validation part chooses one.</param>
/// <param name="Patience">Epochs without progress on the validation part after which training stops.</param>
public sealed record TrainingSection(
    int Epochs = 60,
    int QuantizedEpochs = 30,
    int Batch = 128,
    double LearningRate = 0.002,
    double QuantizedLearningRate = 0.01,
    int Patience = 20,
    int Seed = 1,
    ScheduleKind Schedule = ScheduleKind.Cosine,
    int Runs = 1)
{
    /// <summary>The defaults of a task.</summary>
    public static TrainingSection For(LearningTask task) => new()
    {
        QuantizedLearningRate = TrainingOptions.QuantizedRate(LossOf(task)),
    };

    /// <summary>What training for a task makes small.</summary>
    public static Loss LossOf(LearningTask task) =>
        task == LearningTask.Classification ? Loss.CrossEntropy : Loss.MeanSquaredError;
}
