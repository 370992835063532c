using System.Text.Encodings.Web;
using System.Text.Json;
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

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text.</summary>
    public static string Text { get; } = Make().ToJsonString(Options) + "\n";

    private static JsonObject Make()
    {
        var tasks = ProjectKeys.ByTask();
        var root = Section([.. tasks[0].Keys.Where(key => !IsOfTask(key.Path))], "");
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
        var data = Section([.. keys.Where(key => IsOfTask(key.Path))], Data);
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

    private static JsonObject Section(IReadOnlyList<YamlKey> keys, string path)
    {
        var section = new JsonObject { ["additionalProperties"] = false };
        var properties = new JsonObject();
        foreach (var key in keys.Where(key => ParentOf(key.Path) == path))
        {
            var schema = KeySchema.Of(key);
            if (key.Kind == YamlKeyKind.Section)
            {
                foreach (var (name, value) in Section(keys, key.Path))
                    schema[name] = value?.DeepClone();
            }

            if (NameOf(key.Path) == YamlKey.Any)
                section["additionalProperties"] = schema;
            else
                properties[NameOf(key.Path)] = schema;
        }

        JsonNode?[] required = [.. keys.Where(key => key.Required && ParentOf(key.Path) == path)
            .Select(key => (JsonNode)NameOf(key.Path))];
        if (required.Length > 0)
            section["required"] = new JsonArray(required);
        if (properties.Count > 0)
            section["properties"] = properties;
        return section;
    }

    private static bool IsOfTask(string path) => path == Data || path.StartsWith(Data + ".", StringComparison.Ordinal);

    private static string ParentOf(string path) =>
        path.LastIndexOf('.') is >= 0 and var dot ? path[..dot] : "";

    private static string NameOf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
