using System.Collections.Immutable;

namespace Bitloom.Benchmarks;

/// <summary>A cell of a netlist: its type, and the bits of the nets at each of its ports.</summary>
internal sealed record NetlistCell(string Type, ImmutableDictionary<string, ImmutableArray<string>> Ports);
