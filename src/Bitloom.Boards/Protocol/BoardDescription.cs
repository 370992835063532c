using System.Collections.Immutable;

namespace Bitloom.Boards;

/// <summary>What a board says of itself (docs/uart-protocol.md, hello).</summary>
/// <param name="Loadable">Other models can be loaded.</param>
/// <param name="ElementBits">Bits of an element.</param>
/// <param name="NextPiece">The piece of a load that is expected; 0: no load is under way.</param>
/// <param name="Model">The 16 bytes that describe the model.</param>
public sealed record BoardDescription(bool Loadable, int ElementBits, int NextPiece, ImmutableArray<byte> Model)
{
    /// <summary>Bytes of the model's description.</summary>
    public const int ModelBytes = 16;

    private const int OwnBytes = 4;

    /// <summary>The model as people read it: sizes and identity.</summary>
    public string ModelText => ModelTextOf(Model);

    /// <summary>Reads the answer to hello; null when it is none.</summary>
    public static BoardDescription? Parse(ImmutableArray<byte> payload) => payload.Length == OwnBytes + ModelBytes
        ? new((payload[1] & 1) != 0, payload[2], payload[3], payload[OwnBytes..])
        : null;

    /// <summary>A model's description as people read it.</summary>
    public static string ModelTextOf(ImmutableArray<byte> model) => FormattableString.Invariant(
        $"{Convert.ToHexStringLower(model.AsSpan()[8..])} (n = {Word(model, 0)}, m = {Word(model, 2)}, outputs = {Word(model, 4)})");

    private static int Word(ImmutableArray<byte> bytes, int place) => bytes[place] + (bytes[place + 1] << 8);
}
