using System.Globalization;
using Bitloom.Boards;
using Bitloom.Diagnostics;
using Bitloom.Hdl;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>
/// A board in Verilator whose serial line is a pseudo-terminal: what a program opens as it would open the port of a board.
/// It runs until it is disposed of.
/// </summary>
public sealed class SimulatedBoard : IAsyncDisposable
{
    private const string LogName = "simulate-board.log";
    private const string PortLine = "port ";
    private const int ResetSeed = 1;

    private readonly CancellationTokenSource _stop;
    private readonly Task<ProcessResult> _run;

    // A slow machine simulates so many.
    private const int CyclesPerSecond = 250_000;
    private const int BitsPerByte = 10;

    private SimulatedBoard(string port, BoardClientOptions pace, Task<ProcessResult> run, CancellationTokenSource stop) =>
        (Port, Pace, _run, _stop) = (port, pace, run, stop);

    /// <summary>The pseudo-terminal.</summary>
    public string Port { get; }

    /// <summary>How patient a client must be.</summary>
    public BoardClientOptions Pace { get; }

    /// <summary>Builds the simulator, unless it is there, and starts it; or says which tool failed.</summary>
    /// <param name="translation">The board's Verilog, which has been made.</param>
    /// <param name="cacheFolder">Where simulators are kept; the user's cache folder when null.</param>
    public static async Task<Checked<SimulatedBoard>> StartAsync(
        BoardProject board, VerilogTranslation translation, LineNoise noise, ExternalTool? tool = null,
        string? cacheFolder = null, CancellationToken cancellation = default)
    {
        var verilator = translation.Simulator(BoardProject.SimulationMain, tool, cacheFolder);
        var build = await verilator.BuildAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (build is not null && !(build.Ok && verilator.IsBuilt))
            return Checked.Failure<SimulatedBoard>(ToolFault.Of(verilator.Tool, build)
                ?? ToolFault.WithoutResult(verilator.Tool, build, "a simulator"));
        var port = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var run = verilator.RunAsync(
            board.Hardware.Directory, Arguments(board, noise), LogName, Listen, cancellation: stop.Token);
        if (await Task.WhenAny(port.Task, run) == port.Task)
            return Checked.Success(new SimulatedBoard(await port.Task, PaceOf(board), run, stop));
        stop.Dispose();
        cancellation.ThrowIfCancellationRequested();
        var ended = await run;
        return Checked.Failure<SimulatedBoard>(ToolFault.Of(verilator.Tool, ended)
            ?? ToolFault.WithoutResult(verilator.Tool, ended, "a pseudo-terminal"));

        void Listen(string line)
        {
            if (line.StartsWith(PortLine, StringComparison.Ordinal))
                port.TrySetResult(line[PortLine.Length..]);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run;
        _stop.Dispose();
    }

    // The longest request, its computation and the answer.
    private static BoardClientOptions PaceOf(BoardProject board)
    {
        var program = board.Hardware.Program;
        var bytes = program.Parameters.Inputs + program.Outputs + 2 * (Frame.HeaderBytes + Frame.CheckBytes);
        var cycles = program.Schedule.Cycles + (long)bytes * BitsPerByte * board.ClocksPerBit;
        return new BoardClientOptions(TimeSpan.FromSeconds(1 + (double)cycles / CyclesPerSecond));
    }

    private static string[] Arguments(BoardProject board, LineNoise noise) =>
        [Text(board.ClocksPerBit), Text(ResetSeed), Text(noise.Seed), Text(noise.PerMille)];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
