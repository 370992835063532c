using Bitloom.Hdl;
using Bitloom.Toolchain;

namespace Bitloom.Conformance.Tests.Rtl.Views;

/// <summary>Plays stimuli to the VHDL view of a primitive in GHDL and to its Verilog view in Icarus Verilog.</summary>
internal sealed class ViewComparison(string root)
{
    // Several primitives are made of it.
    private const string Multiplier = "booth_multiply";

    /// <summary>
    /// The output of either view after each cycle; <paramref name="change"/> puts faults into a file of the Verilog,
    /// which it is told by its name.
    /// </summary>
    public async Task<(string[] Vhdl, string[] Verilog)> PlayAsync(
        Primitive primitive, string[] stimuli, Func<string, string, string>? change = null)
    {
        var vhdl = await PlayVhdlAsync(primitive, stimuli);
        var verilog = await PlayVerilogAsync(primitive, stimuli, change ?? ((_, text) => text));
        vhdl.Length.ShouldBe(stimuli.Length);
        return (vhdl, verilog);
    }

    private async Task<string[]> PlayVhdlAsync(Primitive primitive, string[] stimuli)
    {
        var folder = Prepare("vhdl", stimuli);
        Write(folder, "memory_contents.vhd", RtlSources.Read("primitives/memory_contents.vhd"));
        Write(folder, "primitive.vhd", RtlSources.Read($"primitives/{primitive.Name}.vhd"));
        Write(folder, "view_tb.vhd", ViewBench.Vhdl(primitive));
        var ghdl = new Ghdl(folder);
        string[] files = ["memory_contents.vhd", "primitive.vhd", "view_tb.vhd"];
        ShouldSucceed(await ghdl.AnalyzeAsync(files.Select(file => Path.Combine(folder, file))));
        ShouldSucceed(await ghdl.ElaborateAsync(ViewBench.Top));
        ShouldSucceed(await ghdl.RunAsync(ViewBench.Top));
        return Outputs(folder);
    }

    private async Task<string[]> PlayVerilogAsync(
        Primitive primitive, string[] stimuli, Func<string, string, string> change)
    {
        var folder = Prepare("verilog", stimuli);
        foreach (var name in new[] { primitive.Name, Multiplier })
            Write(folder, $"{name}.v", change($"primitives/{name}.v", RtlSources.Read($"primitives/{name}.v")));
        Write(folder, "view_tb.v", ViewBench.Verilog(primitive));
        ShouldSucceed(await RunAsync(
            folder, "iverilog", "-g2012", "-s", ViewBench.Top, "-o", "view_tb", "view_tb.v", $"{primitive.Name}.v",
            $"{Multiplier}.v"));
        ShouldSucceed(await RunAsync(folder, "vvp", "-n", "view_tb"));
        return Outputs(folder);
    }

    private static Task<ProcessResult> RunAsync(string folder, string program, params string[] arguments) =>
        ProcessRunner.RunAsync(
            new(program, [.. arguments]) { WorkingFolder = folder }, TestContext.Current.CancellationToken);

    private static void ShouldSucceed(ProcessResult result) =>
        result.Ok.ShouldBeTrue($"{result.CommandLine}: {result.Outcome}\n{string.Join('\n', result.LastLines)}");

    private string Prepare(string name, string[] stimuli)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        File.WriteAllLines(Path.Combine(folder, "stimuli.hex"), stimuli);
        return folder;
    }

    private static void Write(string folder, string name, string text) =>
        File.WriteAllText(Path.Combine(folder, name), text);

    private static string[] Outputs(string folder) =>
        [.. File.ReadAllLines(Path.Combine(folder, "outputs.hex")).Select(line => line.ToUpperInvariant())];
}
