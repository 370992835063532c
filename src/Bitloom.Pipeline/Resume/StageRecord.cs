using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bitloom.Pipeline;

/// <summary>What a finished stage leaves behind: what it depended on, what it wrote, and its result.</summary>
/// <param name="Format">The version of this form; a record of another one is not read.</param>
internal sealed record StageRecord(
    int Format, ImmutableArray<StageDependency> DependsOn, ImmutableArray<StageFile> Files, JsonElement Result)
{
    /// <summary>The version that is written.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // The loss of a training that diverged is not finite.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>A record of a result.</summary>
    public static StageRecord Of<T>(Stage stage, IEnumerable<StageFile> files, T result) => new(
        CurrentFormat, stage.DependsOn, [.. files], JsonSerializer.SerializeToElement(result, Options));

    /// <summary>The result; null when it is none of this type.</summary>
    public T? ResultAs<T>()
        where T : class
    {
        try
        {
            return Result.Deserialize<T>(Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of the record, with a hash of it.</summary>
    public string Print()
    {
        var text = JsonSerializer.Serialize(this, Options);
        return $"{{\n\"sha256\": \"{ContentHash.Of(text)}\",\n\"record\": {text}\n}}\n";
    }

    /// <summary>The record of a text; null when a character of it is not as it was written.</summary>
    public static StageRecord? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var record = document.RootElement.GetProperty("record");
            return document.RootElement.GetProperty("sha256").GetString() == ContentHash.Of(record.GetRawText())
                ? record.Deserialize<StageRecord>(Options)
                : null;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>A file that a stage wrote.</summary>
/// <param name="Name">Relative to the output folder.</param>
internal sealed record StageFile(string Name, string Sha256);
