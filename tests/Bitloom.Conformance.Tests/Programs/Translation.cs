using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>A program's RTL as synthesis reads it, in Verilator.</summary>
internal static class Translation
{
    public static async Task<VerilatedSimulation> BuildAsync(
        TemporaryFolder folder, EngineProgram program, Func<EngineParameters, MemoryPlan>? plan = null)
    {
        var memories = (plan ?? SplitMemories.None)(program.Parameters);
        var project = HdlProject.Write(folder.Path, program, memories);
        var translation = new VerilogTranslation(project);
        (await translation.RunAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
        var simulation = new VerilatedSimulation(project, translation, options: Verilator.FewWindows);
        var build = await simulation.BuildAsync(TestContext.Current.CancellationToken);
        (build?.Ok ?? true).ShouldBeTrue(string.Join('\n', build?.LastLines ?? []));
        return simulation;
    }
}
