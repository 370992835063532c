using System.Collections.Immutable;
using Bitloom.Estimation;

namespace Bitloom.Benchmarks;

/// <summary>
/// Which part of the engine each cell of a flattened netlist belongs to: registers by the name of their net, logic by
/// its own net's name, or else by what it drives most.
/// </summary>
internal sealed class CellOwners
{
    private const int MostUsers = 12;

    // The first that is in a name.
    private static readonly (string Text, EnginePart Part)[] Names =
    [
        // Tables of functions are behind the clamp, and grow together with it.
        ("function_table", EnginePart.Epilogues),
        ("hold_model.weights", EnginePart.Weights), ("hold_model", EnginePart.Model),
        // What is written to the B bank, and registers without a name of their own: they hold what blocks are written.
        ("move_data.b_write", EnginePart.Banks), ("_SB_DFF_D_Q", EnginePart.Banks),
        ("run_program", EnginePart.Sequencer), ("control_drain", EnginePart.DrainControl),
        ("make_probabilities.divide", EnginePart.Divider), ("make_probabilities", EnginePart.Softmax),
        ("find_maxima", EnginePart.RowMaxima), ("gather", EnginePart.WriteBack),
        ("requantize", EnginePart.Epilogues),
        ("drain_slot", EnginePart.Lanes), ("cells.for_each_column", EnginePart.Cells), ("cells", EnginePart.Array),
        ("normalize_tokens.find_root", EnginePart.Root), ("normalize_tokens", EnginePart.Normalizer),
        ("bankb", EnginePart.Banks), ("banks", EnginePart.Banks), ("offer_output", EnginePart.Streams),
        ("collect_window", EnginePart.Streams), ("load_model", EnginePart.Loader), ("move_data", EnginePart.Datapath),
    ];

    private static readonly ImmutableHashSet<string> Outputs = ["O", "Q", "P", "CO", "LO"];

    private readonly ImmutableArray<NetlistCell> cells;
    private readonly Dictionary<string, List<int>> users = new(StringComparer.Ordinal);
    private readonly Dictionary<int, EnginePart?> owners = [];

    private CellOwners(ImmutableArray<NetlistCell> cells)
    {
        this.cells = cells;
        foreach (var (index, cell) in cells.Index())
        {
            foreach (var net in cell.Ports.Where(port => !Outputs.Contains(port.Key)).SelectMany(port => port.Value))
            {
                if (!users.TryGetValue(net, out var list))
                    users[net] = list = [];
                list.Add(index);
            }
        }
    }

    /// <summary>Cells of each kind by part; those that belong to none are the sequencer's.</summary>
    public static ImmutableDictionary<CellKind, ImmutableArray<int>> Count(ImmutableArray<NetlistCell> cells)
    {
        var netlist = new CellOwners(cells);
        var counts = Enum.GetValues<CellKind>().ToDictionary(kind => kind, _ => new int[Enum.GetValues<EnginePart>().Length]);
        foreach (var (index, cell) in cells.Index())
        {
            if (Kind(cell.Type) is { } kind)
                counts[kind][(int)(netlist.Owner(index) ?? EnginePart.Sequencer)]++;
        }

        return counts.ToImmutableDictionary(count => count.Key, count => count.Value.ToImmutableArray());
    }

    private static CellKind? Kind(string type) => type switch
    {
        "LUT1" or "LUT2" or "LUT3" or "LUT4" or "LUT5" or "LUT6" or "INV" or "SB_LUT4" => CellKind.Lut,
        "CARRY4" or "SB_CARRY" => CellKind.Carry,
        _ when type.StartsWith("FD", StringComparison.Ordinal) => CellKind.FlipFlop,
        _ when type.StartsWith("SB_DFF", StringComparison.Ordinal) => CellKind.FlipFlop,
        _ => null,
    };

    private EnginePart? Owner(int index)
    {
        if (owners.TryGetValue(index, out var known))
            return known;
        owners[index] = null;
        var cell = cells[index];
        string[] nets = [.. cell.Ports.Where(port => Outputs.Contains(port.Key)).SelectMany(port => port.Value)];
        var owner = Kind(cell.Type) == CellKind.Carry ? null : nets.Select(PartOf).FirstOrDefault(part => part is not null);
        owners[index] = owner ??= Driven(nets);
        return owner;
    }

    private EnginePart? Driven(string[] nets) => nets
        .SelectMany(net => users.TryGetValue(net, out var list) ? list.Take(MostUsers) : [])
        .Select(Owner)
        .OfType<EnginePart>()
        .CountBy(part => part)
        .OrderByDescending(part => part.Value)
        .ThenBy(part => part.Key)
        .Select(part => (EnginePart?)part.Key)
        .FirstOrDefault();

    /// <summary>The part that a net or a cell of the engine is named after; null where the name says nothing.</summary>
    public static EnginePart? PartOf(string net)
    {
        if (!net.TrimStart('\\').StartsWith("run.", StringComparison.Ordinal))
            return null;
        foreach (var (text, part) in Names)
        {
            if (net.Contains(text, StringComparison.Ordinal))
                return part;
        }

        return null;
    }
}
