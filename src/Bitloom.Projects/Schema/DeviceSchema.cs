using System.Text.Json.Nodes;
using Bitloom.Estimation;

namespace Bitloom.Projects;

/// <summary>
/// The JSON schema of device files, made of what their reader asks of each key, and of the meanings in
/// docs/adding-a-device.md; docs/device.schema.json is a copy.
/// </summary>
public static class DeviceSchema
{
    /// <summary>The name of the schema's file beside a device file.</summary>
    public const string FileName = "device.schema.json";

    /// <summary>The schema as text.</summary>
    public static string Text { get; } = SectionSchema.Print(Make());

    private static JsonObject Make()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Device file of Bitloom",
            ["type"] = "object",
        };
        foreach (var (name, value) in SectionSchema.Of(DeviceKeys.All, "", KeyMeanings.OfDevices))
            schema[name] = value?.DeepClone();
        return schema;
    }
}
