namespace Bitloom.Training;

/// <summary>How the learning rate moves from its peak.</summary>
public enum LearningRateSchedule
{
    /// <summary>It stays.</summary>
    Constant,

    /// <summary>A short linear warmup, then half a cosine down to a hundredth.</summary>
    Cosine,
}

/// <summary>How long and how fast to train; the defaults are those of the float phase.</summary>
public sealed record TrainingOptions
{
    /// <summary>Passes over the training set at most.</summary>
    public int Epochs { get; init; } = 60;

    /// <summary>Windows a step.</summary>
    public int Batch { get; init; } = 128;

    /// <summary>Peak learning rate.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>The schedule.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Cosine;

    /// <summary>Epochs without a better validation loss before the training stops.</summary>
    public int Patience { get; init; } = 20;

    /// <summary>The gradient is scaled down to this Euclidean norm where it is longer.</summary>
    public double GradientNorm { get; init; } = 1;

    /// <summary>Adam's decay of the first moment.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Adam's decay of the second moment.</summary>
    public double Beta2 { get; init; } = 0.98;

    /// <summary>Adam's guard of the division.</summary>
    public double Epsilon { get; init; } = 1e-9;

    /// <summary>What is made small.</summary>
    public Loss Loss { get; init; }

    /// <summary>Threads that share a step. The result does not depend on them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Decides the initial weights (float phase) and the order of the windows.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What the quantized phase does beyond that.</summary>
    public QuantizationRecipe Recipe { get; init; } = new();

    /// <summary>The peak learning rate of the quantized phase that measured best for a loss (docs/quantization.md).</summary>
    public static double QuantizedRate(Loss loss) => loss switch
    {
        Loss.MeanSquaredError => 1e-2,
        Loss.CrossEntropy => 5e-3,
    };

    /// <summary>The defaults of the quantized phase.</summary>
    public static TrainingOptions ForQuantized { get; } = new() { Epochs = 30, LearningRate = 1e-2, Patience = 30 };
}
