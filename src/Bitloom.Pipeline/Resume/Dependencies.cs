using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Bitloom.Data;
using Bitloom.Hdl;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What stages can depend on.</summary>
internal static class Dependencies
{
    private static readonly JsonSerializerOptions KeyNames = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The program itself, and the runtime that it computes with.</summary>
    public static StageDependency Bitloom { get; } = new("Bitloom", ProgramIdentity.Of(typeof(Dependencies).Assembly));

    /// <summary>What the model is to do.</summary>
    public static StageDependency Task(Project project) => new("task", project.Data.Task.ToString());

    /// <summary>Each key of a section of the project file.</summary>
    public static ImmutableArray<StageDependency> Settings(string section, object values) =>
        [.. Leaves(section, JsonSerializer.SerializeToNode(values, KeyNames))];

    /// <summary>What is learned from and chosen with, as the network sees it.</summary>
    public static StageDependency TrainingWindows(ITaskData data) => new(
        "the training data",
        ContentHash.Of(
            Shape(data.TrainingWindows), data.TrainingWindows.Inputs, data.TrainingWindows.Targets,
            data.ValidationWindows.Inputs, data.ValidationWindows.Targets));

    /// <summary>What is played.</summary>
    public static StageDependency TestWindows(ITaskData data) =>
        new("the test data", ContentHash.Of(Shape(data.TestWindows), data.TestWindows.Inputs));

    /// <summary>An external program.</summary>
    public static StageDependency Version(BuildInputs inputs, ExternalTool tool) => new(
        $"the version of {tool.Name}",
        inputs.Tools.FirstOrDefault(found => found.Tool == tool)?.Version ?? ToolVersion.Unknown);

    /// <summary>A file of the output folder that an earlier stage wrote.</summary>
    public static StageDependency File(string folder, string name) =>
        new(name, ContentHash.OfFile(Path.Combine(folder, name)));

    /// <summary>The engine's sources with their constants, and the contents of its memories.</summary>
    public static StageDependency Hardware(HdlProject hardware) => new(
        "the hardware",
        ContentHash.OfFolders(Path.Combine(hardware.Directory, "rtl"), Path.Combine(hardware.Directory, "memory")));

    /// <summary>The constants of the serial line, and the model's description.</summary>
    public static StageDependency Board(BoardProject board) => new(
        "the serial line",
        ContentHash.OfFolders(Path.Combine(board.Hardware.Directory, BoardProject.Folder)));

    private static IEnumerable<StageDependency> Leaves(string name, JsonNode? node) => node is JsonObject section
        ? section.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(
            pair => Leaves($"{name}.{pair.Key}", pair.Value))
        : [new(name, node?.ToJsonString() ?? "none")];

    private static float[] Shape(WindowedDataset part) => [part.Window, part.Features, part.Outputs];
}
