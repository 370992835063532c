namespace Bitloom.Training;

/// <summary>What training makes small.</summary>
public enum Loss
{
    /// <summary>The mean of the squared differences: forecasts.</summary>
    MeanSquaredError,

    /// <summary>The cross-entropy of the classes that the outputs are logits of, in nats.</summary>
    CrossEntropy,
}
