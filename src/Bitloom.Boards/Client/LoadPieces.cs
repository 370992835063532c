using System.Collections.Immutable;

namespace Bitloom.Boards;

/// <summary>Cuts a load into the payloads of its requests (docs/uart-protocol.md, load).</summary>
public static class LoadPieces
{
    // Shorter than a board takes: of a long piece a noisy line loses too much at once.
    private const int LongestPayload = 96;
    private const int HeaderBytes = 2;
    private const int DataBytes = LongestPayload - HeaderBytes - BoardDescription.ModelBytes;

    /// <summary>The payloads, in order.</summary>
    public static ImmutableArray<ImmutableArray<byte>> Of(ImmutableArray<byte> load, ImmutableArray<byte> model)
    {
        var count = Math.Max(1, (load.Length + DataBytes - 1) / DataBytes);
        return
        [
            .. Enumerable.Range(0, count).Select(index => Piece(
                NumberOf(index), index == count - 1 ? model : [],
                load[(index * DataBytes)..Math.Min(load.Length, (index + 1) * DataBytes)])),
        ];
    }

    /// <summary>Ends a load that another client has left: a last piece of one byte.</summary>
    /// <param name="number">The piece that is expected.</param>
    public static ImmutableArray<byte> Ending(int number, ImmutableArray<byte> model) => Piece(number, model, [0]);

    // 0, 1 .. 255, 1 ..: 0 means that no load is under way.
    private static int NumberOf(int index) => index == 0 ? 0 : 1 + (index - 1) % byte.MaxValue;

    private static ImmutableArray<byte> Piece(int number, ImmutableArray<byte> model, ImmutableArray<byte> data) =>
        [(byte)number, model.IsEmpty ? (byte)0 : (byte)1, .. model, .. data];
}
