using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bitloom.Exploration;

/// <summary>The form that values without a column of their own have in a store.</summary>
internal static class StudyJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // The loss of a training that diverged is not finite.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Print<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Parse<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("There is no value.");
}
