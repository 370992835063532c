using Bitloom.Boards;
using Bitloom.Conformance.Tests.Programs;
using Bitloom.Pipeline;

namespace Bitloom.Conformance.Tests.Boards;

/// <summary>The client against the translated board, through a pseudo-terminal and a noisy line.</summary>
public sealed class SimulatedBoardTests(BoardEngine engine) : IClassFixture<BoardEngine>
{
    private const int Baud = 115_200;
    private const int Windows = 25;

    // No answer is lost: a slow machine must not look like one.
    private static readonly BoardClientOptions Patient = new(TimeSpan.FromSeconds(60));

    // Answers are lost: a retry too many does no harm.
    private static readonly BoardClientOptions Brisk = new(TimeSpan.FromSeconds(0.4), Attempts: 40);

    [Fact]
    public async Task Board_AnswersLikeTheInterpreter_OnAQuietLine()
    {
        await using var board = await engine.StartAsync(new LineNoise());
        using var port = SerialPort.Open(board.Port, Baud).Value.ShouldNotBeNull();
        var session = Open(port, Patient, engine.BuiltIn, load: false);

        ShouldAgree(session, engine.BuiltIn);

        session.Line.ShouldBe(new BoardStatistics(Windows + 1, 0, 0, 0));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    public async Task Board_AnswersLikeTheInterpreter_ThroughNoise(int seed, int perMille)
    {
        await using var board = await engine.StartAsync(new LineNoise(seed, perMille));
        using var port = SerialPort.Open(board.Port, Baud).Value.ShouldNotBeNull();
        var session = Open(port, Brisk, engine.BuiltIn, load: false);

        ShouldAgree(session, engine.BuiltIn);

        session.Line.Retries.ShouldBeGreaterThan(5);
        (session.Line.Refusals + session.Line.TimeOuts).ShouldBe(session.Line.Retries);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Board_RunsAnotherModel_AfterALoad(int perMille)
    {
        await using var board = await engine.StartAsync(new LineNoise(4, perMille));
        using var port = SerialPort.Open(board.Port, Baud).Value.ShouldNotBeNull();
        var session = Open(port, Brisk, engine.Other, load: true);

        ShouldAgree(session, engine.Other);

        ShouldAgree(Open(port, Brisk, engine.BuiltIn, load: true), engine.BuiltIn);
    }

    [Fact]
    public async Task Load_EndsOne_ThatAnotherClientHasLeft()
    {
        await using var board = await engine.StartAsync(new LineNoise());
        using var port = SerialPort.Open(board.Port, Baud).Value.ShouldNotBeNull();
        var first = LoadPieces.Of(engine.Other.Load, Bitloom.Hdl.ModelDescription.Of(engine.Other.Program))[0];
        port.Write(Frame.Request(FrameType.Load, 1, first).Encode());
        var client = new BoardClient(port, board.Pace);
        var left = client.Identify(TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        var session = Open(port, Brisk, engine.Other, load: true);

        left.NextPiece.ShouldBe(1);
        ShouldAgree(session, engine.Other);
    }

    [Fact]
    public async Task Session_IsRefused_WithABoardOfAnotherModel()
    {
        await using var board = await engine.StartAsync(new LineNoise());
        using var port = SerialPort.Open(board.Port, Baud).Value.ShouldNotBeNull();

        var session = BoardSession.Open(
            new BoardClient(port, board.Pace), port.Name, engine.HardwareOf(engine.Other), load: false,
            TestContext.Current.CancellationToken);

        session.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("BOARD002");
    }

    [Fact]
    public async Task Port_IsBusy_WhenAnotherClientHasIt()
    {
        await using var board = await engine.StartAsync(new LineNoise());
        using var port = SerialPort.Open(board.Port, Baud).Value.ShouldNotBeNull();

        var second = SerialPort.Open(board.Port, Baud);

        second.Diagnostics.ShouldHaveSingleItem().ShouldBe(PortFault.Busy(board.Port));
    }

    private BoardSession Open(SerialPort port, BoardClientOptions pace, LoadableModel model, bool load)
    {
        var session = BoardSession.Open(
            new BoardClient(port, pace), port.Name, engine.HardwareOf(model), load,
            TestContext.Current.CancellationToken);
        session.Diagnostics.ShouldBeEmpty();
        return session.Value!;
    }

    private static void ShouldAgree(BoardSession session, LoadableModel model)
    {
        for (var window = 0; window < Windows; window++)
        {
            var answer = session.Infer(model.Input(window), TestContext.Current.CancellationToken);

            answer.Value.ShouldBe(model.Output(window));
        }
    }
}
