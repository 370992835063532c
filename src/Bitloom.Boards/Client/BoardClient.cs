using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Boards;

/// <summary>
/// The client's side of docs/uart-protocol.md: one request at a time, sent again when it or its answer was damaged or
/// lost. Faults are diagnostics; a line that is gone is an <see cref="IOException"/>.
/// </summary>
public sealed class BoardClient(ISerialLine line, BoardClientOptions? options = null)
{
    private const int LongestAnswer = 4096;

    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);
    private readonly BoardClientOptions _options = options ?? BoardClientOptions.Default;
    private readonly FrameDecoder _decoder = new(LongestAnswer);
    private readonly byte[] _buffer = new byte[256];
    private byte _tag;

    /// <summary>What the requests so far met.</summary>
    public BoardStatistics Statistics { get; private set; } = new(0, 0, 0, 0);

    /// <summary>Asks the board what it is.</summary>
    public Checked<BoardDescription> Identify(CancellationToken cancellation = default)
    {
        var answer = Ask(FrameType.Hello, [], cancellation);
        if (!answer.Ok)
            return Checked.Failure<BoardDescription>(answer.Diagnostics);
        return BoardDescription.Parse(answer.Value.Payload) is { } description
            ? Checked.Success(description)
            : Checked.Failure<BoardDescription>(BoardFault.Unreadable(line.Name));
    }

    /// <summary>The outputs of a window, a byte each, as the board sends them.</summary>
    /// <param name="window">The elements, in the low bits of a byte each.</param>
    public Checked<Frame> Infer(ImmutableArray<byte> window, CancellationToken cancellation = default) =>
        Ask(FrameType.Infer, window, cancellation);

    /// <summary>Makes the board run another model.</summary>
    /// <param name="load">The bytes of docs/engine.md, Load port.</param>
    /// <param name="model">The model's description.</param>
    public Checked<BoardDescription> Load(
        ImmutableArray<byte> load, ImmutableArray<byte> model, CancellationToken cancellation = default)
    {
        var board = Identify(cancellation);
        if (!board.Ok)
            return board;
        if (!board.Value.Loadable)
            return Checked.Failure<BoardDescription>(BoardFault.NotLoadable(line.Name));
        // What another client has left.
        var pieces = board.Value.NextPiece == 0
            ? LoadPieces.Of(load, model)
            : [LoadPieces.Ending(board.Value.NextPiece, model), .. LoadPieces.Of(load, model)];
        foreach (var piece in pieces)
        {
            var answer = Ask(FrameType.Load, piece, cancellation);
            if (!answer.Ok)
                return Checked.Failure<BoardDescription>(answer.Diagnostics);
        }

        return Identify(cancellation);
    }

    private Checked<Frame> Ask(FrameType type, ImmutableArray<byte> payload, CancellationToken cancellation)
    {
        FrameError? refusal = null;
        for (var attempt = 0; attempt < _options.Attempts; attempt++)
        {
            if (attempt > 0)
                Statistics = Statistics with { Retries = Statistics.Retries + 1 };
            _tag = _tag == byte.MaxValue ? (byte)1 : (byte)(_tag + 1);
            _decoder.Reset();
            line.Write(Frame.Request(type, _tag, payload).Encode());
            var answer = Await(type, cancellation);
            if (answer is { Version: not Frame.CurrentVersion })
                return Checked.Failure<Frame>(BoardFault.OtherVersion(line.Name, answer.Version));
            if (answer is not null && answer.Error is null)
                return Answered(answer);
            refusal = answer?.Error ?? refusal;
            Count(answer);
            if (refusal is FrameError.Sequence or FrameError.Loading)
                break;
        }

        return Checked.Failure<Frame>(refusal is { } error
            ? BoardFault.Refused(line.Name, error)
            : BoardFault.Silent(line.Name));
    }

    // The answer with the tag, or an error: that of a frame that lost its tag has none. Null when neither comes in time.
    private Frame? Await(FrameType type, CancellationToken cancellation)
    {
        for (var left = _options.Patience; left > TimeSpan.Zero;)
        {
            cancellation.ThrowIfCancellationRequested();
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            var count = line.Read(_buffer, left < Slice ? left : Slice);
            foreach (var frame in _decoder.Take(_buffer.AsSpan(0, count)))
            {
                if (frame.Tag == _tag && (frame.Answers(type) || frame.Error is not null))
                    return frame;
                if (frame.Tag == 0 && frame.Error is not null)
                    return frame;
            }

            left -= System.Diagnostics.Stopwatch.GetElapsedTime(started);
        }

        return null;
    }

    private Checked<Frame> Answered(Frame answer)
    {
        Statistics = Statistics with { Requests = Statistics.Requests + 1 };
        return Checked.Success(answer);
    }

    private void Count(Frame? answer) => Statistics = answer is null
        ? Statistics with { TimeOuts = Statistics.TimeOuts + 1 }
        : Statistics with { Refusals = Statistics.Refusals + 1 };
}
