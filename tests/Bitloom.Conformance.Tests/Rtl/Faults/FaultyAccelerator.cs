using Bitloom.Conformance.Tests.Programs;
using Bitloom.Faults;
using Bitloom.Hdl;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Conformance.Tests.Rtl.Faults;

/// <summary>A program in GHDL, analyzed once; a fault takes the analysis of its file and those behind it.</summary>
internal sealed class FaultyAccelerator(SimulatedProgram program)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public SimulatedProgram Program => program;

    /// <summary>How the program noticed the fault, or null; without a fault, what is wrong anyway.</summary>
    public async Task<string?> ComplaintAsync(Fault? fault)
    {
        using var folder = new TemporaryFolder();
        CopyTo(folder.Path);
        if (fault is not null)
            await PutInAsync(fault, folder.Path);
        var simulation = new RtlSimulation(new HdlProject(folder.Path, program.Program, program.Memories));
        return await ComplaintAsync(simulation, stallSeed: null) ?? await ComplaintAsync(simulation, stallSeed: 3);
    }

    /// <summary>What of a run is not as predicted.</summary>
    public string? Complaint(RtlRun run, bool stalled)
    {
        var predicted = Enumerable.Repeat(program.Program.Schedule.Cycles, program.Windows);
        return run.Failure
            ?? (!run.Ok ? $"{run.Process.Outcome}: {run.Process.LastLines.LastOrDefault()}"
            : run.Beats != program.Expected.Length || !run.Outputs.SequenceEqual(program.Expected) ? "other outputs"
            : !stalled && !run.Cycles.SequenceEqual(predicted) ? $"{run.Cycles[0]} cycles, not {predicted.First()}"
            : null);
    }

    private async Task<string?> ComplaintAsync(RtlSimulation simulation, int? stallSeed)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var name = stallSeed is null ? "full" : "stalled";
        var run = await simulation.RunAsync(
            name, program.Inputs, program.Expected, stallSeed, cancellation: limit.Token);
        return Complaint(run, stallSeed is not null) is { } complaint ? $"{name} speed: {complaint}" : null;
    }

    private static async Task PutInAsync(Fault fault, string folder)
    {
        var changed = Path.Combine(folder, fault.File);
        await File.WriteAllTextAsync(changed, FaultyRtl.TextOf(fault));
        var ghdl = new Ghdl(folder);
        var files = HdlProject.SimulationFiles.Select(name => Path.Combine(folder, name));
        Require(await ghdl.AnalyzeAsync(files.SkipWhile(file => file != changed)));
        Require(await ghdl.ElaborateAsync("accelerator_tb"));
    }

    private static void Require(ProcessResult result) =>
        result.Ok.ShouldBeTrue($"the fault does not compile:\n{string.Join('\n', result.LastLines)}");

    private void CopyTo(string folder)
    {
        var source = program.PathOf("");
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }
}
