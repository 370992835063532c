namespace Bitloom.Toolchain;

/// <summary>What is counted on one net, by bit from the lowest.</summary>
internal sealed class NetProbe(int low, int width)
{
    /// <summary>The index of the lowest bit.</summary>
    public int Low { get; } = low;

    /// <summary>What drives each bit.</summary>
    public NetKind[] Kinds { get; } = new NetKind[width];

    /// <summary>The multiplier whose result each bit is in, from 1; 0: none.</summary>
    public int[] Multipliers { get; } = new int[width];

    /// <summary>Ports of block RAM that each bit enables, in blocks.</summary>
    public double[] Blocks { get; } = new double[width];

    /// <summary>Large memories that each bit enables.</summary>
    public double[] Large { get; } = new double[width];

    /// <summary>Bits.</summary>
    public int Width => Kinds.Length;

    /// <summary>Whether it has what must be seen in full: there are few of these.</summary>
    public bool IsWhole =>
        Multipliers.Any(number => number > 0) || Blocks.Any(weight => weight > 0) || Large.Any(weight => weight > 0);

    /// <summary>Whether there is anything to count.</summary>
    public bool IsCounted => IsWhole || Kinds.Any(kind => kind != NetKind.Other);
}
