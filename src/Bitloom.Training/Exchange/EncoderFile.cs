using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bitloom.Diagnostics;

namespace Bitloom.Training;

/// <summary>Encoders as JSON files; numbers come back bit for bit, and equal encoders give equal bytes.</summary>
public static class EncoderFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes float weights.</summary>
    public static void Write(string path, EncoderWeights weights) => WriteValue(path, weights);

    /// <summary>Writes weights with their quantizers.</summary>
    public static void Write(string path, QuantizedEncoder encoder) => WriteValue(path, encoder);

    /// <summary>Reads what <see cref="Write(string, EncoderWeights)"/> wrote; else TRAIN001.</summary>
    public static Checked<EncoderWeights> ReadWeights(string path) => ReadValue<EncoderWeights>(path);

    /// <summary>Reads what <see cref="Write(string, QuantizedEncoder)"/> wrote; else TRAIN001.</summary>
    public static Checked<QuantizedEncoder> ReadQuantized(string path)
    {
        var read = ReadValue<QuantizedEncoder>(path);
        return read.Ok
            ? Checked.Success(read.Value with
            {
                Tensors = Ordinal(read.Value.Tensors),
                WeightMatrices = Ordinal(read.Value.WeightMatrices),
            })
            : read;
    }

    private static void WriteValue<T>(string path, T value) =>
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(value, Options));

    private static Checked<T> ReadValue<T>(string path)
        where T : class
    {
        try
        {
            using var stream = File.OpenRead(path);
            var value = JsonSerializer.Deserialize<T>(stream, Options);
            return value is null ? Unreadable<T>(path, "the file holds no encoder") : Checked.Success(value);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return Unreadable<T>(path, fault.Message.TrimEnd('.'));
        }
    }

    private static Checked<T> Unreadable<T>(string path, string found)
        where T : class => Checked.Failure<T>(Diagnostic.Error(
            "TRAIN001", path, found, "an encoder written by the training", "train again, or name the right file"));

    // The deserializer compares keys by culture; the exchange records are in ordinal order.
    private static ImmutableSortedDictionary<string, T> Ordinal<T>(ImmutableSortedDictionary<string, T> items) =>
        items.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
