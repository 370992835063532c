using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Fuzzing;

/// <summary>An engine in Verilator, for every program that has its parameters.</summary>
public sealed class SimulatedEngine : IDisposable
{
    private readonly string folder;
    private readonly VerilatedSimulation simulation;

    private SimulatedEngine(string folder, VerilatedSimulation simulation) =>
        (this.folder, this.simulation) = (folder, simulation);

    /// <summary>Translates and compiles the engine of a program.</summary>
    /// <exception cref="InvalidOperationException">A tool failed; the message has what it said.</exception>
    public static async Task<SimulatedEngine> BuildAsync(
        EngineProgram program, MemoryKinds kinds, CancellationToken cancellation)
    {
        var place = Directory.CreateTempSubdirectory("bitloom-engine-").FullName;
        var project = HdlProject.Write(place, program, kinds);
        var translation = new VerilogTranslation(project);
        if (await translation.RunAsync(cancellation) is { } fault)
            throw new InvalidOperationException(fault.ToString());
        var verilated = new VerilatedSimulation(project, translation, options: Verilator.FewWindows);
        var build = await verilated.BuildAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        return build is null or { Ok: true }
            ? new(place, verilated)
            : throw new InvalidOperationException(string.Join('\n', build.LastLines));
    }

    /// <summary>The first difference to the oracle, values or cycles, at full speed and stalled; or null.</summary>
    public async Task<CaseFailure?> PlayAsync(
        ProgramCase @case, EngineProgram program, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(program);
        var (loaded, expected) = (simulation.Load(program), @case.Expected());
        var full = await loaded.RunAsync(
            "full", @case.Windows, expected, null, @case.ResetSeed, cancellation: cancellation);
        if (Failure(full) is { } message)
            return new(@case, "Verilator, full speed", message);
        if (full.Cycles.Any(cycles => cycles != program.Schedule.Cycles))
            return new(@case, "Verilator, full speed", $"{full.Cycles[0]} cycles instead of {program.Schedule.Cycles}");
        if (@case.StallSeed == 0)
            return null;
        var stalled = await loaded.RunAsync(
            "stalled", @case.Windows, expected, @case.StallSeed, @case.ResetSeed + 1, cancellation: cancellation);
        return Failure(stalled) is { } difference
            ? new(@case, "Verilator, random stalls", difference)
            : null;
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string? Failure(RtlRun run) =>
        run.Ok ? null : run.Failure ?? string.Join('\n', run.Process.LastLines);
}
