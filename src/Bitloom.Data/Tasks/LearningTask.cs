namespace Bitloom.Data;

/// <summary>What a model is to do with its window.</summary>
public enum LearningTask
{
    /// <summary>It predicts rows that come after the window.</summary>
    Forecasting,

    /// <summary>It says which class the window is of.</summary>
    Classification,

    /// <summary>It predicts rows that come after the window; what comes otherwise is an anomaly.</summary>
    AnomalyDetection,
}
