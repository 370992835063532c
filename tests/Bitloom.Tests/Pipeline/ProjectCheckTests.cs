using System.Globalization;
using Bitloom.Cli;
using Bitloom.Pipeline;
using Bitloom.Tests.Estimation;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Pipeline;

/// <summary>What a check tells beyond what a build would stop at first: compilers, and the model's fit.</summary>
public sealed class ProjectCheckTests : IDisposable
{
    private const string Project = "data: {file: a.csv, features: [x], targets: [x], window: 6}\n";

    private static readonly ExternalTool There = ExternalTools.Ghdl with { Executable = "true" };

    private static readonly BuildTools Present = new(There, There, There) { Compilers = [] };

    private static readonly BuildTools Absent = new(
        ExternalTools.Ghdl with { Executable = "absent-ghdl" },
        ExternalTools.Verilator with { Executable = "absent-verilator" },
        ExternalTools.Yosys with { Executable = "absent-yosys" });

    private readonly TemporaryFolder _folder = new();

    public ProjectCheckTests() => _folder.With("project.yaml", Project).With("a.csv", "x\n" + string.Concat(
        Enumerable.Range(0, 120).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{Math.Sin(row / 5.0):0.000}\n"))));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Check_TellsProjectToolsAndCompilers_AllAtOnce()
    {
        var tools = Absent with { Compilers = [ExternalTools.Make with { Executable = "absent-make" }] };

        var (code, errors) = await RunAsync(tools, ["check", _folder["project.yaml"], "--set", "model.heads=3"]);

        code.ShouldBe(1);
        errors.Split('\n').Where(line => line.StartsWith("error", StringComparison.Ordinal)).ShouldBe(
        [
            "error PROJECT004 at --set model.heads=3: model.heads is 3 and does not divide model.dimension, 16",
            "error TOOL001 at absent-ghdl: GHDL is not installed",
            "error TOOL001 at absent-verilator: Verilator is not installed",
            "error TOOL001 at absent-yosys: Yosys is not installed",
            "error TOOL001 at absent-make: GNU Make is not installed",
        ]);
    }

    [Fact]
    public async Task Check_EndsAsABuildWithoutItsTools_WhenNothingElseIsWrong()
    {
        var tools = Present with { Compilers = [ExternalTools.Make with { Executable = "absent-make" }] };

        var (code, errors) = await RunAsync(tools, ["check", _folder["project.yaml"]]);

        code.ShouldBe(3);
        errors.ShouldBe("""
            error TOOL001 at absent-make: GNU Make is not installed
              expected: a program `absent-make` in the search path
              remedy:   install it: sudo apt-get install -y make

            """);
    }

    [Fact]
    public async Task Check_WarnsOfAModelThatWillNotFit_BeforeItIsTrained()
    {
        string[] large =
            ["--set", "engine.device=xc7s6", "--set", "engine.rows=16", "--set", "engine.columns=16"];

        var (code, errors) = await RunAsync(
            Present, ["check", _folder["project.yaml"], .. large, "--set", "engine.lanes=16"]);

        code.ShouldBe(0);
        errors.ShouldMatch(
            @"^warning FIT00\d at xc7s6: the accelerator will take, as estimated with untrained weights, [\d,.]+ ");
    }

    [Theory]
    [InlineData("xczu3eg", "xcup")]
    [InlineData("ecp5-25", "ecp5")]
    public async Task Check_SaysThatANetlistCannotBeSimulated_BeforeAnythingTakesTime(string device, string family)
    {
        var (code, errors) = await RunAsync(Present, ["check", _folder["project.yaml"], "--device", device]);

        code.ShouldBe(0);
        errors.ShouldBe(
            $"warning DEVICE006 at {device}: the netlist will be counted, but not simulated: Yosys has no models of "
            + $"the multipliers and memory blocks of {family}\n"
            + "  expected: models of all cells, with which the netlist would be the last rung of the verification\n"
            + "  remedy:   none is needed, as the translated RTL is simulated; verification.netlistWindows: 0 asks for "
            + "no more\n");
    }

    [Theory]
    [InlineData("--set", "verification.netlistWindows=0")]
    [InlineData("--set", "synthesis.enabled=false")]
    public async Task Check_SaysNothingOfANetlistThatIsNotAskedFor(string option, string setting)
    {
        var (code, errors) = await RunAsync(
            Present, ["check", _folder["project.yaml"], "--device", "xcu280", option, setting]);

        (code, errors).ShouldBe((0, ""));
    }

    [Fact]
    public async Task Check_TakesADeviceFile_NamedInTheProjectOrByOption()
    {
        _folder.With("mine.yaml", DeviceFileTests.Least);
        _folder.With("project.yaml", Project + "engine: {device: ./mine.yaml}\n");

        (await RunAsync(Present, ["check", _folder["project.yaml"]])).ShouldBe((0, ""));
        (await RunAsync(Present, ["check", _folder.Path, "--device", _folder["mine.yaml"]])).ShouldBe((0, ""));
    }

    [Fact]
    public async Task Check_TellsTheFaultsOfADeviceFile_WithThoseOfTheProject()
    {
        _folder.With(
            "mine.yaml", DeviceFileTests.Least.Replace("luts: {count: 8000, ", "luts: {", StringComparison.Ordinal));
        _folder.With("project.yaml", Project + "engine: {device: mine.yaml, rows: 33}\n");

        var (code, errors) = await RunAsync(Present, ["check", _folder["project.yaml"]]);

        code.ShouldBe(1);
        errors.Split('\n').Where(line => line.StartsWith("error", StringComparison.Ordinal)).ShouldBe(
        [
            "error YAML004 at mine.yaml:4: the key 'luts.count' is missing",
            "error YAML006 at project.yaml:2: engine.rows is 33",
        ]);
    }

    private static async Task<(int Code, string Errors)> RunAsync(BuildTools tools, string[] line)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var terminal = new CommandTerminal(
            CommandTerminal.Make(output, redirected: true), CommandTerminal.Make(errors, redirected: true));

        var code = await new CommandLineApplication(terminal, new BuildPipeline(tools))
            .RunAsync(line, TestContext.Current.CancellationToken);

        return (code, errors.ToString());
    }
}
