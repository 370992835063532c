using Bitloom.Data;
using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>The project's words in the terms of the training.</summary>
internal static class TrainingSetup
{
    public static TrainingSet SetOf(WindowedDataset part) => new(part.Inputs, part.Targets, part.Count);

    /// <summary>What epochs are chosen by.</summary>
    public static TrainingSet ChoiceOf(ITaskData data) =>
        TrainingSet.ForChoice(SetOf(data.TrainingWindows), SetOf(data.ValidationWindows));

    public static PrecisionPlan PlanOf(QuantizationSection section) =>
        new(section.Bits, section.Tensors, section.ExponentialBits);

    public static TrainingOptions OptionsOf(Project project) => OptionsOf(project.Training) with
    {
        Loss = TrainingSection.LossOf(project.Data.Task),
    };

    private static TrainingOptions OptionsOf(TrainingSection section) => new()
    {
        Epochs = section.Epochs,
        Batch = section.Batch,
        LearningRate = section.LearningRate,
        Patience = section.Patience,
        Seed = (ulong)section.Seed,
        Schedule = section.Schedule switch
        {
            ScheduleKind.Constant => LearningRateSchedule.Constant,
            ScheduleKind.Cosine => LearningRateSchedule.Cosine,
        },
    };

    public static TrainingOptions QuantizedOptionsOf(Project project) => OptionsOf(project) with
    {
        Epochs = project.Quantization.Method == QuantizationMethod.PostTraining ? 0 : project.Training.QuantizedEpochs,
        LearningRate = project.Training.QuantizedLearningRate,
        Patience = Math.Max(project.Training.Patience, project.Training.QuantizedEpochs),
        Recipe = RecipeOf(project.Quantization),
    };

    public static QuantizationRecipe RecipeOf(QuantizationSection section) => new()
    {
        Ranges = section.Ranges,
        Percentile = section.Percentile,
        Learning = section.Learning,
        Weights = section.Weights,
        Gradual = section.Gradual,
        Distillation = section.Distillation,
        Dampening = section.Dampening,
        Averaging = section.Averaging,
        CorrectsBias = section.BiasCorrection,
    };
}
