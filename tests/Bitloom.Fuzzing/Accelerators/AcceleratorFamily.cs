namespace Bitloom.Fuzzing;

/// <summary>The families for which <see cref="RandomAccelerators"/> draws.</summary>
public enum AcceleratorFamily
{
    /// <summary>AMD 7 series.</summary>
    SevenSeries,

    /// <summary>Lattice iCE40 UltraPlus.</summary>
    Ice40,
}
