namespace Bitloom.Training;

/// <summary>The learning rate of each step.</summary>
internal static class Schedule
{
    private const double WarmupShare = 0.04;
    private const double LastShare = 0.01;

    public static double At(TrainingOptions options, int step, int steps)
    {
        if (options.Schedule == LearningRateSchedule.Constant)
            return options.LearningRate;
        var warmup = Math.Max(1, (int)(WarmupShare * steps));
        if (step < warmup)
            return options.LearningRate * (step + 1) / warmup;
        var progress = (double)(step - warmup) / Math.Max(1, steps - warmup);
        return options.LearningRate * (LastShare + (1 - LastShare) * (1 + Math.Cos(Math.PI * progress)) / 2);
    }
}
