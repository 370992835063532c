using Bitloom.Engine;
using Bitloom.Faults;
using Bitloom.Hdl;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Conformance.Tests.Rtl.Faults;

/// <summary>A program's translation in Verilator, with a fault in the Verilog view of a primitive.</summary>
internal static class FaultyTranslation
{
    /// <summary>How the program noticed the fault, or null; without a fault, what is wrong anyway.</summary>
    public static async Task<string?> ComplaintAsync(FaultyAccelerator accelerator, Fault? fault)
    {
        using var folder = new TemporaryFolder();
        var program = accelerator.Program;
        var project = HdlProject.Write(folder.Path, program.Program, new MemoryKinds());
        if (fault is not null)
            await File.WriteAllTextAsync(Path.Combine(folder.Path, fault.File), FaultyRtl.TextOf(fault));
        var cancellation = TestContext.Current.CancellationToken;
        var translation = new VerilogTranslation(project);
        (await translation.RunAsync(cancellation)).ShouldBeNull();
        var simulation = new VerilatedSimulation(project, translation, options: Verilator.FewWindows);
        var build = await simulation.BuildAsync(cancellation);
        (build?.Ok ?? true).ShouldBeTrue(string.Join('\n', build?.LastLines ?? []));
        var run = await simulation.RunAsync("full", program.Inputs, program.Expected, cancellation: cancellation);
        return accelerator.Complaint(run, stalled: false);
    }
}
