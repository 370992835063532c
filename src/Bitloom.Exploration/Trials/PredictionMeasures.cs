using Bitloom.Data;
using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>What the validation part says of a model's predictions.</summary>
internal static class PredictionMeasures
{
    /// <summary>Error and loss of the hardware-exact forward.</summary>
    public static IEnumerable<KeyValuePair<Measure, double>> Of(ITaskData data, HardwareExactForward forward)
    {
        var choice = TrainingSetup.ChoiceOf(data);
        var predictions = forward.Predict(choice.Inputs);
        var loss = TrainingSection.LossOf(data.Task).Mean(predictions, choice.Targets, choice.TargetSize);
        yield return new(Measure.Loss, loss);
        yield return new(Measure.Error, data.Task == LearningTask.Classification
            ? WrongShare(predictions, choice.Targets, choice.TargetSize)
            : Math.Sqrt(loss));
    }

    private static double WrongShare(float[] predictions, float[] targets, int classes)
    {
        var windows = targets.Length / classes;
        return (double)Enumerable.Range(0, windows).Count(window =>
            Greatest(predictions.AsSpan(window * classes, classes)) != Greatest(targets.AsSpan(window * classes, classes)))
            / windows;
    }

    private static int Greatest(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var index = 1; index < scores.Length; index++)
            best = scores[index] > scores[best] ? index : best;
        return best;
    }
}
