using System.Collections.Immutable;
using System.Diagnostics;
using Bitloom.Boards;
using Bitloom.Diagnostics;
using Bitloom.Quantization;

namespace Bitloom.Pipeline;

/// <summary>
/// Plays test windows on a board, or on a simulated one, and compares what it answers with the interpreter.
/// </summary>
internal static class RunStage
{
    private const string Name = "run";

    public static async Task<StageResult<RunResult>> RunAsync(
        BuildInputs inputs, RunRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        if (PortFaultOf(inputs, request) is { } fault)
            return StageResult.Stopped<RunResult>(BuildOutcome.UserFault, fault);
        var prepared = await ModelStages.RunAsync(inputs, progress, cancellation);
        if (!prepared.Ok)
            return StageResult.Stopped<RunResult>(prepared.Outcome, prepared.Diagnostics);
        if (request.Port is { } port)
            return await PlayAsync(
                inputs, request, prepared.Value, port, BoardClientOptions.Default, progress, cancellation);
        var board = await StartAsync(inputs, request, prepared.Value.Compiled, progress, cancellation);
        if (!board.Ok)
            return StageResult.Stopped<RunResult>(board.Outcome, board.Diagnostics);
        await using var started = board.Value;
        progress.Note(Name, $"the simulated board is at {started.Port}");
        return await PlayAsync(
            inputs, request with { Baud = null }, prepared.Value, started.Port, started.Pace, progress, cancellation);
    }

    // Told before the model is trained; it is not held open meanwhile.
    private static Diagnostic? PortFaultOf(BuildInputs inputs, RunRequest request)
    {
        if (request.Port is not { } port)
            return null;
        var opened = SerialPort.Open(port, request.Baud ?? inputs.Project.Board.Baud);
        opened.Value?.Dispose();
        return opened.Ok ? null : opened.Diagnostics[0];
    }

    private static async Task<StageResult<SimulatedBoard>> StartAsync(
        BuildInputs inputs, RunRequest request, CompiledModel compiled, IStageProgress progress,
        CancellationToken cancellation)
    {
        var board = await BoardStage.RunAsync(inputs, compiled, progress, cancellation);
        if (!board.Ok)
            return StageResult.Stopped<SimulatedBoard>(board.Outcome, board.Diagnostics);
        var started = await SimulatedBoard.StartAsync(
            board.Value.Board, board.Value.Verilog, request.Noise, inputs.Programs.Verilator,
            VerilatorAgreement.CacheFolder(inputs), cancellation);
        return started.Ok
            ? StageResult.Done(started.Value)
            : StageResult.Stopped<SimulatedBoard>(BuildOutcome.ToolFailed, started.Diagnostics);
    }

    private static Task<StageResult<RunResult>> PlayAsync(
        BuildInputs inputs, RunRequest request, PreparedModel prepared, string port, BoardClientOptions pace,
        IStageProgress progress, CancellationToken cancellation) => Task.Run(
        () =>
        {
            var opened = SerialPort.Open(port, request.Baud ?? inputs.Project.Board.Baud);
            if (!opened.Ok)
                return StageResult.Stopped<RunResult>(BuildOutcome.UserFault, opened.Diagnostics);
            using var line = opened.Value;
            try
            {
                return Play(inputs, request, prepared, new BoardClient(line, pace), port, progress, cancellation);
            }
            catch (IOException) when (!cancellation.IsCancellationRequested)
            {
                return StageResult.Stopped<RunResult>(BuildOutcome.UserFault, BoardFault.Gone(port));
            }
        },
        cancellation);

    private static StageResult<RunResult> Play(
        BuildInputs inputs, RunRequest request, PreparedModel prepared, BoardClient client, string port,
        IStageProgress progress, CancellationToken cancellation)
    {
        var session = BoardSession.Open(
            client, port, prepared.Compiled.Hardware, request.Load, cancellation);
        if (!session.Ok)
            return StageResult.Stopped<RunResult>(BuildOutcome.UserFault, session.Diagnostics);
        var windows = Draw(inputs, prepared.Model, request.Windows);
        var size = windows.Inputs.Length / windows.Indices.Length;
        var outputs = new List<int>();
        progress.Begin(Name, windows.Indices.Length, "windows");
        var started = Stopwatch.GetTimestamp();
        for (var index = 0; index < windows.Indices.Length; index++)
        {
            var answer = session.Value.Infer(windows.Inputs.AsSpan(index * size, size), cancellation);
            if (!answer.Ok)
                return StageResult.Stopped<RunResult>(BuildOutcome.UserFault, answer.Diagnostics);
            outputs.AddRange(answer.Value);
            progress.Advance(1);
        }

        var duration = Stopwatch.GetElapsedTime(started);
        progress.End(FormattableString.Invariant($"{outputs.Count} outputs compared"));
        return StageResult.Done(
            Finish(inputs, prepared.Model, windows, [.. outputs], port, session.Value.Line, duration));
    }

    private static WindowVectors Draw(BuildInputs inputs, IntegerModel model, int? count) => WindowVectors.Draw(
        model.Graph, HostQuantizer.Quantize(inputs.Data.TestWindows.Inputs, model.Encoder.Input),
        count ?? inputs.Project.Verification.TranslatedWindows, inputs.Project.Verification.Seed);

    private static RunResult Finish(
        BuildInputs inputs, IntegerModel model, WindowVectors windows, ImmutableArray<int> outputs, string port,
        BoardStatistics line, TimeSpan duration)
    {
        var differences = outputs.Zip(windows.Expected).Count(pair => pair.First != pair.Second)
            + Math.Abs(outputs.Length - windows.Expected.Length);
        var exact = new HardwareExactForward(model.Encoder).Predict(inputs.Data.TestWindows.Inputs);
        var verified = new VerifiedModel([], [], [.. windows.Indices], outputs);
        var accuracy = RtlAccuracy.Of(inputs.Data, model.Encoder.Output, verified, exact);
        var summary = new RunSummary(
            port, windows.Indices.Length, inputs.Data.TestWindows.Count, outputs.Length, differences,
            accuracy?.Hardware ?? double.NaN, accuracy?.IntegerModel ?? double.NaN, line, duration);
        return differences == 0
            ? new(BuildOutcome.Verified, inputs.Warnings, summary)
            : new(BuildOutcome.VerificationFailed, [.. inputs.Warnings, BoardFault.Different(port, differences, outputs.Length)], summary);
    }
}
