using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>A change of a project: the settings that make it, and the project that they make of another.</summary>
/// <param name="Texts">As <c>--set</c> takes them.</param>
internal sealed record FitSettings(ImmutableArray<string> Texts, Func<Project, Project> Apply)
{
    /// <summary>This change and another one.</summary>
    public FitSettings And(FitSettings other) =>
        new([.. Texts, .. other.Texts], project => other.Apply(Apply(project)));

    /// <summary>The sizes of the engine.</summary>
    public static FitSettings OfShape(EngineShape shape) => new(
        [Text("engine.rows", shape.T), Text("engine.columns", shape.G), Text("engine.lanes", shape.R)],
        project => project with
        {
            Engine = project.Engine with { Rows = shape.T, Columns = shape.G, Lanes = shape.R },
        });

    /// <summary>The width of tensors or weight matrices.</summary>
    public static FitSettings OfTensors(ImmutableArray<string> names, int bits) => new(
        [.. names.Select(name => Text("quantization.tensors." + name, bits))],
        project => project with
        {
            Quantization = project.Quantization with
            {
                Tensors = project.Quantization.Tensors.SetItems(names.Select(name => KeyValuePair.Create(name, bits))),
            },
        });

    /// <summary>The width of all that has no width of its own.</summary>
    public static FitSettings OfBits(int bits) => new(
        [Text("quantization.bits", bits)],
        project => project with { Quantization = project.Quantization with { Bits = bits } });

    /// <summary>Memories whose kind is left to the planner.</summary>
    public static FitSettings OfAutomatic(ImmutableArray<EngineMemory> memories) => new(
        [.. memories.Select(memory => $"engine.memories.{memory.ToString().ToLowerInvariant()}=auto")],
        project => project with
        {
            Engine = project.Engine with
            {
                Memories = memories.Aggregate(
                    project.Engine.Memories, (kinds, memory) => kinds.With(memory, MemoryKind.Automatic)),
            },
        });

    /// <summary>Another device.</summary>
    public static FitSettings OfDevice(Device device) => new(
        [$"engine.device={device.Name}"],
        project => project with { Engine = project.Engine with { Device = device } });

    private static string Text(string key, int value) => string.Create(CultureInfo.InvariantCulture, $"{key}={value}");
}
