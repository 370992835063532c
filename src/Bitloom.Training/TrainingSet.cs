namespace Bitloom.Training;

/// <summary>
/// Windows and what to predict from them, in the units the network sees (standardized). Inputs are count x (n m),
/// token-major; targets count x outputs.
/// </summary>
public sealed record TrainingSet(float[] Inputs, float[] Targets, int Count)
{
    /// <summary>Numbers a window.</summary>
    public int InputSize => Inputs.Length / Count;

    /// <summary>Numbers a target.</summary>
    public int TargetSize => Targets.Length / Count;
}
