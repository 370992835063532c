using System.Collections.Immutable;
using Bitloom.Boards;
using Bitloom.Diagnostics;
using Bitloom.Hdl;

namespace Bitloom.Pipeline;

/// <summary>A board that has been asked what it is, and runs the project's model.</summary>
internal sealed class BoardSession
{
    private readonly BoardClient _client;
    private readonly int _bits;
    private readonly bool _signed;

    private BoardSession(BoardClient client, EngineOutput output) =>
        (_client, _bits, _signed) = (client, output.Bits, output.Signed);

    /// <summary>What the requests met.</summary>
    public BoardStatistics Line => _client.Statistics;

    /// <summary>Identifies the board; the project's model is loaded when that is asked for.</summary>
    public static Checked<BoardSession> Open(
        BoardClient client, string port, HdlProject hardware, bool load, CancellationToken cancellation)
    {
        var board = client.Identify(cancellation);
        var expected = ModelDescription.Of(hardware.Program);
        if (board.Ok && load && !IsExpected(board.Value, expected))
            board = client.Load(LoadImage.Of(hardware.Program), expected, cancellation);
        if (!board.Ok)
            return Checked.Failure<BoardSession>(board.Diagnostics);
        return IsExpected(board.Value, expected)
            ? Checked.Success(new BoardSession(client, EngineOutput.Of(hardware)))
            : Checked.Failure<BoardSession>(BoardFault.OtherModel(port, board.Value, expected));
    }

    /// <summary>The outputs of a window of raw elements.</summary>
    public Checked<int[]> Infer(ReadOnlySpan<int> window, CancellationToken cancellation)
    {
        var bytes = ImmutableArray.CreateBuilder<byte>(window.Length);
        foreach (var element in window)
            bytes.Add((byte)(element & byte.MaxValue));
        var answer = _client.Infer(bytes.ToImmutable(), cancellation);
        return answer.Ok
            ? Checked.Success(answer.Value.Payload.Select(ElementOf).ToArray())
            : Checked.Failure<int[]>(answer.Diagnostics);
    }

    private static bool IsExpected(BoardDescription board, ImmutableArray<byte> expected) =>
        board.NextPiece == 0 && board.Model.AsSpan().SequenceEqual(expected.AsSpan());

    private int ElementOf(byte value) =>
        _signed && (value >> (_bits - 1) & 1) != 0 ? value - (1 << _bits) : value;

    private sealed record EngineOutput(int Bits, bool Signed)
    {
        public static EngineOutput Of(HdlProject hardware) => new(
            hardware.Program.Parameters.Widths.ActivationBits, !hardware.Program.Instructions[^1].Fields.AUnsigned);
    }
}
