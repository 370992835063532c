using System.Globalization;

namespace Bitloom.Toolchain;

/// <summary>
/// Counts a recording (VCD, one time a cycle) as it is read: changes by kind, enabled memories, changed results. What
/// was recorded of a kind stands for all of it.
/// </summary>
internal sealed class ToggleCounter
{
    private const int Kinds = 4;
    private readonly NetlistProbes probes;
    private readonly long idleFrom;
    private readonly Dictionary<string, RecordedNet> byCode = new(StringComparer.Ordinal);
    private readonly HashSet<string> recorded = new(StringComparer.Ordinal);
    private readonly List<(string Code, RecordedNet Net)> aliases = [];
    private readonly long[] bits = new long[Kinds];
    private readonly long[] resultChangedAt;
    private readonly RecordedNet[] enables;
    private readonly Phase window = new();
    private readonly Phase idle = new();
    private Phase phase;
    private long time = -1;

    private ToggleCounter(NetlistProbes probes, TextReader recording, long idleFrom)
    {
        this.probes = probes;
        this.idleFrom = idleFrom;
        phase = window;
        resultChangedAt = new long[probes.Multipliers + 1];
        Array.Fill(resultChangedAt, -1);
        ReadHeader(recording);
        enables = [.. byCode.Values.Concat(aliases.Select(alias => alias.Net)).Where(
            net => net.Probe.Blocks.Concat(net.Probe.Large).Any(weight => weight > 0))];
        ReadChanges(recording);
    }

    /// <summary>Counts the cycles before <paramref name="idleFrom"/>, and those from it on.</summary>
    public static (NetActivity Window, NetActivity Idle) Count(
        NetlistProbes probes, TextReader recording, long idleFrom)
    {
        var counter = new ToggleCounter(probes, recording, idleFrom);
        return (counter.Activity(counter.window), counter.Activity(counter.idle));
    }

    private void ReadHeader(TextReader recording)
    {
        while (recording.ReadLine() is { } line && !line.Contains("$enddefinitions", StringComparison.Ordinal))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is not ["$var", _, _, var code, var name, ..] || !probes.Nets.TryGetValue(name, out var probe))
                continue;
            // A net that is an alias of another one shares its code; only one of them is driven by a cell.
            if (probe.IsCounted && recorded.Add(name))
                Join(code, probe);
        }
    }

    private void Join(string code, NetProbe probe)
    {
        if (!byCode.TryAdd(code, new RecordedNet(probe)))
            aliases.Add((code, new RecordedNet(probe)));
        foreach (var kind in probe.Kinds)
            bits[(int)kind]++;
    }

    private void ReadChanges(TextReader recording)
    {
        var others = aliases.ToLookup(alias => alias.Code, alias => alias.Net, StringComparer.Ordinal);
        while (recording.ReadLine() is { } line)
        {
            if (line.Length == 0)
                continue;
            if (line[0] == '#')
                Advance(long.Parse(line.AsSpan(1), CultureInfo.InvariantCulture));
            else if (line[0] is 'b')
                TakeVector(line, others);
            else if (line[0] is '0' or '1')
                Take(line[1..], line.AsSpan(0, 1), others);
        }

        EndCycle();
    }

    private void TakeVector(string line, ILookup<string, RecordedNet> others)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        Take(line[(space + 1)..], line.AsSpan(1, space - 1), others);
    }

    private void Take(string code, ReadOnlySpan<char> value, ILookup<string, RecordedNet> others)
    {
        if (!byCode.TryGetValue(code, out var net))
            return;
        net.Take(value, Changed);
        if (aliases.Count == 0)
            return;
        foreach (var other in others[code])
            other.Take(value, Changed);
    }

    private void Advance(long next)
    {
        EndCycle();
        time = next;
        phase = next >= idleFrom ? idle : window;
        phase.Cycles++;
    }

    private void EndCycle()
    {
        if (time < 0)
            return;
        foreach (var net in enables)
        {
            for (var at = 0; at < net.Probe.Width; at++)
            {
                if (!net.IsHigh(at))
                    continue;
                phase.Blocks += net.Probe.Blocks[at];
                phase.Large += net.Probe.Large[at];
            }
        }
    }

    private void Changed(RecordedNet net, int at)
    {
        phase.Toggles[(int)net.Probe.Kinds[at]]++;
        var multiplier = net.Probe.Multipliers[at];
        if (multiplier == 0 || resultChangedAt[multiplier] == time)
            return;
        resultChangedAt[multiplier] = time;
        phase.Results++;
    }

    private NetActivity Activity(Phase counted)
    {
        var cycles = Math.Max(1, counted.Cycles);
        return new(
            counted.Cycles, Toggles(NetKind.Lut), Toggles(NetKind.FlipFlop), Toggles(NetKind.Carry),
            probes.ConstantBlocks + counted.Blocks / cycles, probes.ConstantLarge + counted.Large / cycles,
            (double)counted.Results / cycles);

        double Toggles(NetKind kind)
        {
            var all = probes.Nets.Values.Sum(probe => (long)probe.Kinds.Count(own => own == kind));
            return bits[(int)kind] == 0 ? 0 : (double)counted.Toggles[(int)kind] / cycles * all / bits[(int)kind];
        }
    }

    private sealed class Phase
    {
        public long Cycles { get; set; }

        public long[] Toggles { get; } = new long[Kinds];

        public double Blocks { get; set; }

        public double Large { get; set; }

        public long Results { get; set; }
    }
}
