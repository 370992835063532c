using Bitloom.Boards;

namespace Bitloom.Tests.Boards;

public sealed class BoardClientTests
{
    private static readonly BoardClientOptions Options = new(TimeSpan.FromSeconds(0.1), Attempts: 3);

    [Fact]
    public void Infer_GivesTheAnswer_WithItsTag()
    {
        using var line = new ScriptedLine((request, _) =>
            [.. ScriptedLine.Answer(request with { Tag = 99 }, 1), .. ScriptedLine.Answer(request, 2)]);
        var client = new BoardClient(line, Options);

        var answer = client.Infer([5, 6], TestContext.Current.CancellationToken);

        answer.Value.ShouldNotBeNull().Payload.ShouldBe([2]);
        line.Requests.ShouldHaveSingleItem().Payload.ShouldBe([5, 6]);
        client.Statistics.ShouldBe(new BoardStatistics(1, 0, 0, 0));
    }

    [Fact]
    public void Infer_AsksAgainWithAnotherTag_AfterErrorsAndSilence()
    {
        using var line = new ScriptedLine((request, count) => count switch
        {
            1 => ScriptedLine.Refusal(0, FrameError.TimeOut),
            2 => [],
            _ => ScriptedLine.Answer(request, 8),
        });
        var client = new BoardClient(line, Options);

        var answer = client.Infer([5], TestContext.Current.CancellationToken);

        answer.Value.ShouldNotBeNull().Payload.ShouldBe([8]);
        line.Requests.Select(request => request.Tag).Distinct().Count().ShouldBe(3);
        client.Statistics.ShouldBe(new BoardStatistics(1, 2, 1, 1));
    }

    [Fact]
    public void Identify_SaysThatNothingAnswers()
    {
        using var line = new ScriptedLine((_, _) => []);

        var board = new BoardClient(line, Options).Identify(TestContext.Current.CancellationToken);

        line.Requests.Count.ShouldBe(3);
        board.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "error BOARD001 at line: nothing answers\n" +
            "  expected: a board that speaks docs/uart-protocol.md\n" +
            "  remedy:   check the port, the bitstream (docs/ice40.md says how to write it) and --baud");
    }

    [Fact]
    public void Identify_SaysThatTheVersionIsAnother()
    {
        using var line = new ScriptedLine((request, _) => new Frame(2, 0x81, request.Tag, []).Encode());

        var board = new BoardClient(line, Options).Identify(TestContext.Current.CancellationToken);

        line.Requests.ShouldHaveSingleItem();
        board.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "error BOARD003 at line: the board speaks version 2 of the protocol\n" +
            "  expected: version 1\n" +
            "  remedy:   build the bitstream with this version of Bitloom, and write it to the board");
    }

    [Fact]
    public void Infer_SaysWhatTheBoardRefuses()
    {
        using var line = new ScriptedLine((request, _) => ScriptedLine.Refusal(request.Tag, FrameError.Check));

        var answer = new BoardClient(line, Options).Infer([1], TestContext.Current.CancellationToken);

        answer.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "error BOARD004 at line: the board refuses a request again and again: its check was wrong\n" +
            "  expected: a line on which at least one of some requests arrives whole\n" +
            "  remedy:   check the cable, the ground and --baud; a lower board.baud is more robust");
    }

    [Fact]
    public void Identify_SaysThatTheAnswerIsNone()
    {
        using var line = new ScriptedLine((request, _) => ScriptedLine.Answer(request, 1, 2));

        var board = new BoardClient(line, Options).Identify(TestContext.Current.CancellationToken);

        board.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "error BOARD005 at line: the board's answer is not one of the protocol\n" +
            "  expected: a board that speaks docs/uart-protocol.md\n" +
            "  remedy:   build the bitstream with this version of Bitloom, and write it to the board");
    }

    [Fact]
    public void Load_SaysThatTheEngineCannot()
    {
        using var line = new ScriptedLine((request, _) =>
            ScriptedLine.Answer(request, [1, 0, 8, 0, .. new byte[BoardDescription.ModelBytes]]));

        var board = new BoardClient(line, Options).Load([1], [], TestContext.Current.CancellationToken);

        board.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "error BOARD006 at line: the board's engine has no load port\n" +
            "  expected: an engine that other models can be loaded into\n" +
            "  remedy:   build the bitstream with engine.loadPort, or write this project's bitstream to the board");
    }

    [Fact]
    public void OtherModel_IsToldWithBothIdentities()
    {
        byte[] model = [12, 0, 1, 0, 1, 0, 12, 0, 1, 2, 3, 4, 5, 6, 7, 8];
        byte[] expected = [24, 0, 2, 0, 3, 0, 48, 0, 8, 7, 6, 5, 4, 3, 2, 1];
        var board = new BoardDescription(Loadable: true, 8, 0, [.. model]);

        BoardFault.OtherModel("line", board, [.. expected]).ToString().ShouldBe(
            "error BOARD002 at line: the board runs the model 0102030405060708 (n = 12, m = 1, outputs = 1)\n" +
            "  expected: this project's: 0807060504030201 (n = 24, m = 2, outputs = 3)\n" +
            "  remedy:   give --load, which loads the project's model, or run the project that the board was made from");
    }

    [Fact]
    public void Gone_SaysThatThePortWentAway()
    {
        BoardFault.Gone("/dev/ttyUSB0").ToString().ShouldBe(
            "error BOARD007 at /dev/ttyUSB0: the port went away while it was used\n" +
            "  expected: a board that stays plugged in\n" +
            "  remedy:   plug it in again, and run the command again");
    }

    [Fact]
    public void Different_SaysHowManyOutputsDiffer()
    {
        BoardFault.Different("/dev/ttyUSB0", 3, 200).ToString().ShouldBe(
            "error BOARD008 at /dev/ttyUSB0: 3 of 200 outputs differ from the interpreter's\n" +
            "  expected: no difference\n" +
            "  remedy:   write the bitstream again; when it persists, lower engine.clock, and report it with the " +
            "project file");
    }

    [Fact]
    public void Infer_Stops_WhenCancelled()
    {
        using var line = new ScriptedLine((_, _) => []);
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Should.Throw<OperationCanceledException>(() => new BoardClient(line, Options).Infer([1], stop.Token));
    }
}
