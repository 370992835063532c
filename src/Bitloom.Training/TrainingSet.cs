namespace Bitloom.Training;

/// <summary>
/// Windows and what to predict from them, in the units the network sees (standardized). Inputs are count x (n m),
/// token-major; targets count x outputs.
/// </summary>
public sealed record TrainingSet(float[] Inputs, float[] Targets, int Count)
{
    /// <summary>Windows from which a validation part tells one epoch from the next.</summary>
    public const int EnoughToChoose = 100;

    /// <summary>
    /// What epochs are chosen by: the validation part, and where it is too small for that the training part besides. Of a
    /// few windows nearly every epoch is the best by chance, and it is an early one that wins.
    /// </summary>
    public static TrainingSet ForChoice(TrainingSet training, TrainingSet validation) =>
        validation.Count >= EnoughToChoose
            ? validation
            : new([.. validation.Inputs, .. training.Inputs], [.. validation.Targets, .. training.Targets],
                validation.Count + training.Count);

    /// <summary>Numbers a window.</summary>
    public int InputSize => Inputs.Length / Count;

    /// <summary>Numbers a target.</summary>
    public int TargetSize => Targets.Length / Count;
}
