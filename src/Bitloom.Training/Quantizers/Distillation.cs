using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// Training towards the float model's predictions (Hinton et al. 2015, section 2): with the squared error those of its
/// outputs (section 2.1), with the cross-entropy those of its probabilities, at temperature 1.
/// </summary>
internal static class Distillation
{
    /// <summary>
    /// Windows whose targets are t' = (1 - weight) t + weight p, p being what the float model predicts. The squared
    /// error
    /// (1 - weight)(y - t)^2 + weight (y - p)^2 is (y - t')^2 and a number that does not depend on y, and the
    /// cross-entropy
    /// is linear in the target, so that the gradients are the same.
    /// </summary>
    public static TrainingSet Targets(TrainingSet training, EncoderModel teacher, double weight, Loss loss)
    {
        if (weight == 0)
            return training;
        var predictions = teacher.PredictFloat(training.Inputs);
        var towards = loss switch
        {
            Loss.MeanSquaredError => predictions,
            Loss.CrossEntropy => Probabilities(predictions, training.TargetSize),
        };
        return training with
        {
            Targets = [.. training.Targets.Zip(towards, (t, p) => (float)((1 - weight) * t + weight * p))],
        };
    }

    private static float[] Probabilities(float[] logits, int classes)
    {
        var tape = new Tape { Recording = false };
        return tape.Softmax(tape.Input(TensorShape.Matrix(logits.Length / classes, classes), logits)).Values;
    }
}
