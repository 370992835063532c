namespace Bitloom.Pipeline;

/// <summary>The stages that a build can be made up to, in their order.</summary>
public enum BuildStage
{
    /// <summary>Training in floating point.</summary>
    Train,

    /// <summary>Training with quantization in the loop, or calibration; and the integer graph.</summary>
    Quantize,

    /// <summary>The program and the hardware folder.</summary>
    Compile,

    /// <summary>The cells of the device's family.</summary>
    Synthesize,
}
