using System.Collections.Immutable;
using Bitloom.Hdl;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>Loads and windows in one run, with what must come out.</summary>
internal sealed record LoadSession(
    ImmutableArray<LoadPhase> Phases, ImmutableArray<int> Inputs, ImmutableArray<int> Expected,
    ImmutableArray<long> Cycles)
{
    public static LoadSession Empty { get; } = new([], [], [], []);

    /// <summary>A load without windows after it.</summary>
    public LoadSession Loading(params ImmutableArray<byte> load) =>
        this with { Phases = Phases.Add(new(load, Windows: 0, Inputs: 1, Outputs: 1)) };

    /// <summary>Windows of a model, offered from the first byte of the load before them on.</summary>
    public LoadSession Playing(LoadableModel model, int windows)
    {
        var numbers = Enumerable.Range(Phases.Length, windows).ToArray();
        var (before, load) = Phases is [.., { Windows: 0 } last] ? (Phases[..^1], last.Load) : (Phases, []);
        return new(
            before.Add(new(load, windows, model.Program.Parameters.Inputs, model.Program.Outputs)),
            [.. Inputs, .. numbers.SelectMany(model.Input)],
            [.. Expected, .. numbers.SelectMany(model.Output)],
            [.. Cycles, .. numbers.Select(_ => model.Program.Schedule.Cycles)]);
    }
}
