namespace Bitloom.Data;

/// <summary>
/// Anomaly scores that need no model: root mean squares over the outputs, in deviations of the training part.
/// </summary>
public static class AnomalyBaselines
{
    /// <summary>How far what a window predicts is from the training part's mean (Shewhart's control chart, 1931).</summary>
    public static float[] ZScore(AnomalyPart part) =>
        AnomalyData.Scores(part, new float[part.Windows.Targets.Length]);

    /// <summary>How far each predicted row is from the last known one.</summary>
    public static float[] LastValueResidual(AnomalyPart part)
    {
        var windows = part.Windows;
        var predicted = new float[windows.Targets.Length];
        for (var i = 0; i < predicted.Length; i++)
            predicted[i] = windows.Input(i / windows.Outputs)[^(windows.Features - i % windows.Features)];
        return AnomalyData.Scores(part, predicted);
    }
}
