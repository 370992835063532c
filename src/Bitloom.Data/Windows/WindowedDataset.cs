namespace Bitloom.Data;

/// <summary>Windows of one part of the series, in order of time, scaled.</summary>
/// <param name="Window">n, tokens a window.</param>
/// <param name="Features">m, numbers a token.</param>
/// <param name="Outputs">Numbers predicted a window: step by step, in each step target by target.</param>
/// <param name="Inputs">Count x n m, token-major, scaled by the feature scaler.</param>
/// <param name="Targets">Count x outputs, scaled by the target scaler.</param>
/// <param name="LastTargets">Count x target columns: each target column at the window's last input row, in the target's
/// own unit, which is what a naive forecast repeats.</param>
/// <param name="LastRows">Count: the row of the series that is the window's last input.</param>
public sealed record WindowedDataset(
    int Window,
    int Features,
    int Outputs,
    float[] Inputs,
    float[] Targets,
    float[] LastTargets,
    int[] LastRows)
{
    /// <summary>Number of windows.</summary>
    public int Count => LastRows.Length;

    /// <summary>The n m inputs of a window.</summary>
    public ReadOnlySpan<float> Input(int index) => Inputs.AsSpan(index * Window * Features, Window * Features);

    /// <summary>The outputs that belong to a window.</summary>
    public ReadOnlySpan<float> Target(int index) => Targets.AsSpan(index * Outputs, Outputs);
}
