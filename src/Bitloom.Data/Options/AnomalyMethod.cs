namespace Bitloom.Data;

/// <summary>What the model says of normal rows, so that what it says badly is an anomaly.</summary>
public enum AnomalyMethod
{
    /// <summary>The rows after the window (Malhotra et al., Long Short Term Memory Networks for Anomaly Detection in
    /// Time Series, 2015).</summary>
    Forecast,

    /// <summary>The window itself, through the d numbers of the mean over its tokens (Sakurada and Yairi, Anomaly
    /// Detection Using Autoencoders with Nonlinear Dimensionality Reduction, 2014).</summary>
    Reconstruction,
}
