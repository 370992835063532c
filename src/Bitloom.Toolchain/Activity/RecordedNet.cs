namespace Bitloom.Toolchain;

/// <summary>A recorded net and its value.</summary>
internal sealed class RecordedNet
{
    private readonly char[] value;

    public RecordedNet(NetProbe probe)
    {
        Probe = probe;
        value = new char[probe.Width];
        Array.Fill(value, 'x');
    }

    public NetProbe Probe { get; }

    /// <summary>The bits of a value, the lowest first; those that changed from a known value are passed on.</summary>
    public void Take(ReadOnlySpan<char> bits, Action<RecordedNet, int> changed)
    {
        for (var at = 0; at < value.Length; at++)
        {
            // A value has no leading zeros that must be.
            var now = at < bits.Length ? bits[^(at + 1)] : '0';
            if (value[at] == now)
                continue;
            var known = value[at] != 'x';
            value[at] = now;
            if (known)
                changed(this, at);
        }
    }

    /// <summary>Whether a bit is high.</summary>
    public bool IsHigh(int at) => value[at] == '1';
}
