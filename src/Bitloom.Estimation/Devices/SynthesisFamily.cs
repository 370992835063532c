namespace Bitloom.Estimation;

/// <summary>The architectures that synthesis can map to.</summary>
public enum SynthesisFamily
{
    /// <summary>AMD 7 series: <c>synth_xilinx -family xc7</c>.</summary>
    Xc7,

    /// <summary>Lattice iCE40: <c>synth_ice40</c>.</summary>
    Ice40,

    /// <summary>AMD UltraScale+: <c>synth_xilinx -family xcup</c>.</summary>
    Xcup,

    /// <summary>Lattice ECP5: <c>synth_ecp5</c>.</summary>
    Ecp5,
}

/// <summary>The families by their names in device files.</summary>
public static class SynthesisFamilyText
{
    /// <summary>The name.</summary>
    public static string Text(this SynthesisFamily family) => family.ToString().ToLowerInvariant();
}
