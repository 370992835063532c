using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>
/// What is counted on the nets of a flattened netlist of cells, so that the activity of its LUTs, flip-flops, carry
/// chains, memories and multipliers can be told apart.
/// </summary>
internal sealed class NetlistProbes
{
    private readonly Dictionary<string, NetProbe> nets = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    private NetlistProbes()
    {
    }

    /// <summary>By name without the escape.</summary>
    public IReadOnlyDictionary<string, NetProbe> Nets => nets;

    /// <summary>Multipliers.</summary>
    public int Multipliers { get; private set; }

    /// <summary>Ports of block RAM that are enabled in every cycle, in blocks.</summary>
    public double ConstantBlocks { get; private set; }

    /// <summary>Large memories that are enabled in every cycle.</summary>
    public double ConstantLarge { get; private set; }

    /// <summary>Reads a netlist as Yosys writes it, flattened and without attributes.</summary>
    public static NetlistProbes Read(TextReader netlist)
    {
        var probes = new NetlistProbes();
        foreach (var cell in NetlistCell.Read(netlist, probes.Declare))
            probes.Add(cell);
        return probes;
    }

    /// <summary>
    /// The nets to be recorded: those that must be seen in full, and at most about <paramref name="most"/> of the
    /// others, at equal distances in the order of their declarations.
    /// </summary>
    public ImmutableHashSet<string> Sample(int most)
    {
        var others = order.Where(name => nets[name] is { IsCounted: true, IsWhole: false }).ToArray();
        var stride = Math.Max(1, (others.Length + most - 1) / most);
        return order.Where(name => nets[name].IsWhole).Concat(others.Where((_, index) => index % stride == 0))
            .ToImmutableHashSet(StringComparer.Ordinal);
    }

    /// <summary>The name and the range of a declaration; null where a line is none.</summary>
    public static (string Name, int High, int Low)? DeclarationOf(string line)
    {
        var words = line.TrimEnd(';', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || words[0] is not ("wire" or "reg") || !line.EndsWith(';'))
            return null;
        var (high, low) = words[1][0] == '[' ? NetBit.Range(words[1]) : (0, 0);
        return (words[words[1][0] == '[' ? 2 : 1].TrimStart('\\'), high, low);
    }

    private void Declare(string line)
    {
        if (DeclarationOf(line) is not var (name, high, low) || !nets.TryAdd(name, new NetProbe(low, high - low + 1)))
            return;
        order.Add(name);
    }

    private void Add(NetlistCell cell)
    {
        var (kind, pins) = CellPins.OutputsOf(cell.Type);
        foreach (var bit in pins.SelectMany(pin => BitsOf(cell, pin)))
        {
            if (Find(bit) is var (probe, at))
                probe.Kinds[at] = kind;
        }

        if (CellPins.ResultOf(cell.Type) is { } result)
            AddMultiplier(cell, result);
        foreach (var port in CellPins.PortsOf(cell.Type))
            AddPort(cell, port);
    }

    private void AddMultiplier(NetlistCell cell, string result)
    {
        Multipliers++;
        foreach (var bit in BitsOf(cell, result))
        {
            if (Find(bit) is var (probe, at))
                probe.Multipliers[at] = Multipliers;
        }
    }

    // Where both enables are nets, the first alone is counted: not less than there is.
    private void AddPort(NetlistCell cell, MemoryPort port)
    {
        var enables = port.Write is null
            ? [LastOf(cell, port.Enable)]
            : (NetBit[])[LastOf(cell, port.Enable), LastOf(cell, port.Write)];
        if (enables.Contains(new NetBit(null, 0)))
            return;
        var net = enables.FirstOrDefault(bit => bit.Net is not null);
        if (net.Net is null)
            AddConstant(port);
        else if (Find(net) is var (probe, at))
            (port.Large ? probe.Large : probe.Blocks)[at] += port.Blocks;
    }

    private void AddConstant(MemoryPort port)
    {
        if (port.Large)
            ConstantLarge += port.Blocks;
        else
            ConstantBlocks += port.Blocks;
    }

    private NetBit LastOf(NetlistCell cell, string pin) => BitsOf(cell, pin).LastOrDefault();

    private IEnumerable<NetBit> BitsOf(NetlistCell cell, string pin) =>
        cell.Pins.TryGetValue(pin, out var expression) ? NetBit.Of(expression, RangeOf) : [];

    private (int High, int Low) RangeOf(string name) =>
        nets.TryGetValue(name, out var probe) ? (probe.Low + probe.Width - 1, probe.Low) : (0, 0);

    private (NetProbe Probe, int At)? Find(NetBit bit) =>
        bit.Net is not null && nets.TryGetValue(bit.Net, out var probe) && bit.Index - probe.Low < probe.Width
            ? (probe, bit.Index - probe.Low)
            : null;
}
