using System.Globalization;
using Bitloom.Cli;
using Bitloom.Pipeline;
using static Bitloom.Tests.Toolchain.FakeTools;

namespace Bitloom.Tests.Pipeline;

/// <summary>
/// Whole builds with tools that are shell scripts: whatever these do, it ends in a diagnostic and its exit code, and
/// what they did not finish is never taken for whole.
/// </summary>
public sealed class HostileToolTests : IAsyncLifetime
{
    private const string Project = """
        name: sine
        data:
          file: sine.csv
          features: [level]
          targets: [level]
          window: 4
        model:
          dimension: 4
        training:
          epochs: 1
          quantizedEpochs: 1

        """;

    private readonly TemporaryFolder _folder = new();

    public ValueTask InitializeAsync()
    {
        var lines = Enumerable.Range(0, 120).Select(row =>
            string.Create(CultureInfo.InvariantCulture, $"{Math.Sin(row / 5.0):0.000}\n"));
        _folder.With("project.yaml", Project).With("sine.csv", "level\n" + string.Concat(lines));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(
        "exit 0",
        "error TOOL006 at FOLDER/out/hardware/translation/synthesize-accelerator.log: " +
        "GHDL ended without an error, but also without the module accelerator in Verilog\n")]
    [InlineData(
        "echo 'module accelerator; wire'",
        "error TOOL006 at FOLDER/out/hardware/translation/synthesize-accelerator.log: " +
        "GHDL ended without an error, but also without the module accelerator in Verilog\n")]
    [InlineData(
        "echo 'module accelerator; endmodule'; kill -SEGV $$",
        "error TOOL002 at FOLDER/out/hardware/translation/synthesize-accelerator.log: " +
        "GHDL was ended by signal 11\n")]
    [InlineData(
        "sleep 600",
        "error TOOL003 at FOLDER/out/hardware/translation/synthesize-accelerator.log: " +
        "GHDL did not end within the time allowed and was stopped\n")]
    public async Task Translation_IsNotTakenForWhole(string synthesis, string error)
    {
        Directory.CreateDirectory(_folder["out"]);
        _folder.With("out/report.json", "of an earlier build");

        var (code, errors) = await BuildAsync(synthesis, GoodBench, "exit 0", "exit 0");

        code.ShouldBe(3);
        errors.ShouldContain(error);
        File.Exists(_folder["out/hardware/accelerator.v"]).ShouldBeFalse();
        File.Exists(_folder["out/report.json"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("echo 'checked 99999999999999999999999 beats'")]
    [InlineData("echo 'checked 2 beats'")]
    [InlineData("echo 'checked 1 beats'; echo 'window 0 cycles 99999999999999999999999'")]
    [InlineData("head -c 200000 /dev/urandom")]
    public async Task Bench_HasNoVerdict_WhenItDoesNotSayThatAllWasCompared(string bench)
    {
        var (code, errors) = await BuildAsync(GoodTranslation, bench, "exit 0", "exit 0");

        code.ShouldBe(3);
        errors.ShouldContain(
            "error TOOL006 at FOLDER/out/hardware/simulate-full-speed.log: GHDL ended without an error, but also " +
            "without a whole verdict");
    }

    [Theory]
    [InlineData(
        "exit 0",
        "error TOOL006 at FOLDER/out/hardware/verilate-accelerator.log: " +
        "Verilator ended without an error, but also without a simulator\n")]
    [InlineData(
        "mkdir objects; echo rubbish >objects/simulate-accelerator",
        "error TOOL007 at FOLDER/verilator: " +
        "Verilator is there but cannot be started: Permission denied\n")]
    [InlineData(
        "mkdir objects; printf '#!/bin/sh\\nkill -SEGV $$\\n' >objects/simulate-accelerator; chmod +x objects/*",
        "error TOOL002 at FOLDER/out/hardware/simulate-translated-full-speed.log: " +
        "Verilator was ended by signal 11\n")]
    public async Task Simulator_IsNotTakenForWhole(string verilator, string error)
    {
        var (code, errors) = await BuildAsync(GoodTranslation, GoodBench, verilator, "exit 0");

        code.ShouldBe(3);
        errors.ShouldContain(error);
    }

    [Theory]
    [InlineData("exit 0", "without accelerator_netlist.v\n")]
    [InlineData("echo module >accelerator_netlist.v.part", "without accelerator_cells.json\n")]
    [InlineData(
        "echo x >accelerator_netlist.v.part; echo '{\"design\"' >accelerator_cells.json.part",
        "the cell counts that Yosys wrote cannot be read\n")]
    [InlineData("echo x >accelerator_netlist.v.part; exit 2", "Yosys ended with exit code 2\n")]
    public async Task Netlist_IsNotTakenForWhole(string yosys, string error)
    {
        var (code, errors) = await BuildAsync(GoodTranslation, GoodBench, GoodVerilator, yosys);

        code.ShouldBe(3);
        errors.ShouldContain(error);
        Directory.GetFiles(_folder["out"], "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
        File.Exists(_folder["out/stages/synthesize.json"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Simulate_EndsWithExitCode2_WhenTheCyclesAreNotThosePredicted()
    {
        var (code, errors) = await RunAsync("simulate", GoodTranslation, "exit 1", GoodVerilator, "exit 1");

        code.ShouldBe(2);
        errors.ShouldContain("error VERIFY002 at cycles: an inference took 1 cycles in the RTL\n");
        File.ReadAllText(_folder["out/simulation.json"]).ShouldContain("\"verified\": false");
    }

    [Fact]
    public async Task Build_GoesOnBehindItsLastFinishedStage_WhenTheToolWorksAgain()
    {
        await BuildAsync("exit 1", GoodBench, GoodVerilator, "exit 1");

        var (code, errors) = await BuildAsync(GoodTranslation, GoodBench, GoodVerilator, "exit 1");

        code.ShouldBe(3);
        errors.ShouldContain("train: kept from the last build (nothing that it depends on has changed)\n");
        errors.ShouldContain("quantize: kept from the last build (nothing that it depends on has changed)\n");
        errors.ShouldContain("simulate translation: 16 outputs compared");
        errors.ShouldContain("error TOOL002 at FOLDER/out/hardware/accelerator.log: Yosys ended with exit code 1\n");
    }

    [Fact]
    public async Task Build_SaysSo_WhenItsOutputFolderIsRemoved()
    {
        var translation = $"rm -rf '{_folder["out"]}'; {GoodTranslation}";

        var (code, errors) = await BuildAsync(translation, GoodBench, "exit 0", "exit 0");

        code.ShouldBe(1);
        errors.ShouldContain(
            "error OUTPUT004 at FOLDER/out: the output folder was removed or replaced while results were written");
    }

    [Fact]
    public async Task Build_IsRefused_WhileAnotherOneIsAtWork()
    {
        using var other = OutputLock.Take(_folder["out"]).Value!;

        var (code, errors) = await BuildAsync("exit 0", "exit 0", "exit 0", "exit 0");

        code.ShouldBe(1);
        errors.ShouldStartWith("error OUTPUT003 at FOLDER/out: the process ");
    }

    private Task<(int Code, string Errors)> BuildAsync(
        string translation, string bench, string verilator, string yosys) =>
        RunAsync("build", translation, bench, verilator, yosys);

    private async Task<(int Code, string Errors)> RunAsync(
        string command, string translation, string bench, string verilator, string yosys)
    {
        var tools = await WriteAsync(_folder, translation, bench, verilator, yosys);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var terminal = new CommandTerminal(
            CommandTerminal.Make(output, redirected: true), CommandTerminal.Make(errors, redirected: true));

        var code = await new CommandLineApplication(terminal, new BuildPipeline(tools))
            .RunAsync([command, _folder["project.yaml"]], TestContext.Current.CancellationToken);

        return (code, errors.ToString().Replace(_folder.Path, "FOLDER", StringComparison.Ordinal));
    }
}
