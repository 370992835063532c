namespace Bitloom.Training;

/// <summary>
/// Training towards the float model's predictions (Hinton et al. 2015, section 2, with the squared error of logits of its
/// section 2.1, which is the natural one for regression).
/// </summary>
internal static class Distillation
{
    /// <summary>
    /// Windows whose targets are t' = (1 - weight) t + weight p, p being the float model's predictions: the loss
    /// (1 - weight)(y - t)^2 + weight (y - p)^2 is (y - t')^2 and a number that does not depend on y, so that the
    /// gradients are the same.
    /// </summary>
    public static TrainingSet Targets(TrainingSet training, EncoderModel teacher, double weight)
    {
        if (weight == 0)
            return training;
        var predictions = teacher.PredictFloat(training.Inputs);
        return training with
        {
            Targets = [.. training.Targets.Zip(predictions, (t, p) => (float)((1 - weight) * t + weight * p))],
        };
    }
}
