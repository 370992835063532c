using System.Text.Json.Nodes;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>
/// The JSON schema of project files, with which editors complete and check them. It is made of what the reader asks of
/// each key, and of the meanings in docs/project-file.md; docs/project.schema.json is a copy.
/// </summary>
public static class ProjectSchema
{
    /// <summary>The name of the schema's file beside a project file.</summary>
    public const string FileName = "project.schema.json";

    /// <summary>The comment by which editors find the schema.</summary>
    /// <param name="path">Of the schema, from the project file's folder.</param>
    public static string Comment(string path = FileName) => $"# yaml-language-server: $schema={path}";

    private const string Task = "task";
    private const string Data = "data";

    /// <summary>The schema as text.</summary>
    public static string Text { get; } = SectionSchema.Print(Make());

    private static JsonObject Make()
    {
        var tasks = ProjectKeys.ByTask();
        var root = SectionSchema.Of([.. tasks[0].Keys.Where(key => !IsOfTask(key.Path))], "", KeyMeanings.OfProjects);
        root["properties"]![Data] = new JsonObject { ["description"] = "Where the data are and how they are read." };
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Project file of Bitloom",
            ["type"] = "object",
            ["required"] = new JsonArray(Data),
        };
        foreach (var (name, value) in root)
            schema[name] = value?.DeepClone();
        schema["anyOf"] = new JsonArray([.. tasks.Select(entry => Variant(entry.Task, entry.Keys))]);
        return schema;
    }

    // The section `data` has other keys for each task; without a task, it is that of the first one.
    private static JsonObject Variant(string task, IReadOnlyList<YamlKey> keys)
    {
        var data = SectionSchema.Of([.. keys.Where(key => IsOfTask(key.Path))], Data, KeyMeanings.OfProjects);
        data["type"] = "object";
        var variant = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                [Task] = new JsonObject { ["enum"] = new JsonArray(task) },
                [Data] = data,
            },
        };
        if (task != ProjectKeys.DefaultTask)
            variant["required"] = new JsonArray(Task);
        return variant;
    }

    private static bool IsOfTask(string path) => path == Data || path.StartsWith(Data + ".", StringComparison.Ordinal);
}
