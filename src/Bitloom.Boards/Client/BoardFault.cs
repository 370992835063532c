using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Boards;

/// <summary>What is wrong with a board, or with the line to it.</summary>
public static class BoardFault
{
    /// <summary>Nothing came back.</summary>
    public static Diagnostic Silent(string port) => Diagnostic.Error(
        "BOARD001", port, "nothing answers", "a board that speaks docs/uart-protocol.md",
        "check the port, the bitstream (docs/ice40.md says how to write it) and --baud");

    /// <summary>It runs another model.</summary>
    public static Diagnostic OtherModel(string port, BoardDescription board, ImmutableArray<byte> expected) =>
        Diagnostic.Error(
            "BOARD002", port, $"the board runs the model {board.ModelText}",
            $"this project's: {BoardDescription.ModelTextOf(expected)}",
            board.Loadable
                ? "give --load, which loads the project's model, or run the project that the board was made from"
                : "write this project's bitstream to the board (docs/ice40.md), or run the project it was made from");

    /// <summary>It speaks another version of the protocol.</summary>
    public static Diagnostic OtherVersion(string port, int version) => Diagnostic.Error(
        "BOARD003", port, FormattableString.Invariant($"the board speaks version {version} of the protocol"),
        FormattableString.Invariant($"version {Frame.CurrentVersion}"),
        "build the bitstream with this version of Bitloom, and write it to the board");

    /// <summary>It refuses a request that is in order.</summary>
    public static Diagnostic Refused(string port, FrameError error) => Diagnostic.Error(
        "BOARD004", port, $"the board refuses a request again and again: {TextOf(error)}",
        "a line on which at least one of some requests arrives whole", error is FrameError.Loading
            ? "a load is under way that another client has left: give --load"
            : "check the cable, the ground and --baud; a lower board.baud is more robust");

    /// <summary>Its answer makes no sense.</summary>
    public static Diagnostic Unreadable(string port) => Diagnostic.Error(
        "BOARD005", port, "the board's answer is not one of the protocol", "a board that speaks docs/uart-protocol.md",
        "build the bitstream with this version of Bitloom, and write it to the board");

    /// <summary>It has one model.</summary>
    public static Diagnostic NotLoadable(string port) => Diagnostic.Error(
        "BOARD006", port, "the board's engine has no load port", "an engine that other models can be loaded into",
        "build the bitstream with engine.loadPort, or write this project's bitstream to the board");

    /// <summary>The line went away.</summary>
    public static Diagnostic Gone(string port) => Diagnostic.Error(
        "BOARD007", port, "the port went away while it was used", "a board that stays plugged in",
        "plug it in again, and run the command again");

    /// <summary>It computes something else.</summary>
    public static Diagnostic Different(string port, int differences, int compared) => Diagnostic.Error(
        "BOARD008", port,
        FormattableString.Invariant($"{differences} of {compared} outputs differ from the interpreter's"),
        "no difference",
        "write the bitstream again; when it persists, lower engine.clock, and report it with the project file");

    private static string TextOf(FrameError error) => error switch
    {
        FrameError.Check => "its check was wrong",
        FrameError.Version => "another version of the protocol",
        FrameError.Type => "it does not know the request",
        FrameError.Length => "its length was wrong",
        FrameError.TimeOut => "bytes were missing",
        FrameError.Line => "a byte had no stop bit",
        FrameError.Sequence => "a piece of a load was not the expected one",
        FrameError.Loading => "a load is under way",
        _ => FormattableString.Invariant($"error {(int)error}"),
    };
}
