namespace Bitloom.Estimation;

/// <summary>The architectures that synthesis can map to.</summary>
public enum SynthesisFamily
{
    /// <summary>AMD 7 series: <c>synth_xilinx -family xc7</c>.</summary>
    Xc7,

    /// <summary>Lattice iCE40: <c>synth_ice40</c>.</summary>
    Ice40,
}
