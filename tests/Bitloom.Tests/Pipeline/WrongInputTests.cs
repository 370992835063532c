using System.Globalization;
using Bitloom.Cli;
using Bitloom.Pipeline;
using Bitloom.Tests.Estimation;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Pipeline;

/// <summary>
/// What a user sees who got something wrong: all of it, word by word, before any work and without an output folder.
/// </summary>
public sealed class WrongInputTests : IDisposable
{
    private const string Project = """
        name: sine
        data:
          file: sine.csv
          features: [level, flow]
          targets: [level]
          window: 6

        """;

    // A program that is always there: these tests must not depend on installed tools.
    private static readonly BuildTools Present = new(
        ExternalTools.Ghdl with { Executable = "true" }, ExternalTools.Verilator with { Executable = "true" },
        ExternalTools.Yosys with { Executable = "true" })
    {
        Compilers = [],
    };

    private static readonly BuildTools Absent = new(
        ExternalTools.Ghdl with { Executable = "absent-ghdl" },
        ExternalTools.Verilator with { Executable = "absent-verilator" },
        ExternalTools.Yosys with { Executable = "absent-yosys" });

    private readonly TemporaryFolder _folder = new();

    public WrongInputTests() => _folder.With("project.yaml", Project).With("sine.csv", Data());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Build_NamesTheNearest_WhenThereIsNoSuchProject()
    {
        var errors = await ErrorsAsync(1, project: "porject.yaml");

        errors.ShouldBe("""
            error PROJECT001 at FOLDER/porject.yaml: there is no such file
              expected: a project file, or a folder with a project.yaml
              remedy:   did you mean 'project.yaml'?

            """);
    }

    [Fact]
    public async Task Build_NamesTheNearest_WhenThereIsNoSuchDataFile()
    {
        var errors = await ErrorsAsync(1, arguments: ["--set", "data.file=sines.csv"]);

        errors.ShouldBe("""
            error DATA001 at sines.csv: there is no file 'sines.csv'
              expected: a CSV file, its path relative to the project file
              remedy:   did you mean 'sine.csv'?

            """);
    }

    [Fact]
    public async Task Build_NamesEachRow_ThatIsTooLongOrTooShort()
    {
        _folder.With("sine.csv", Data().Insert(Data().IndexOf('\n') + 1, "1,2,3\n4\n"));

        var errors = await ErrorsAsync(1);

        errors.ShouldBe("""
            error DATA005 at sine.csv:2: the row has 3 fields
              expected: 2 fields, as the header has
              remedy:   correct the row, quote fields that contain the separator, or set data.separator
            error DATA005 at sine.csv:3: the row has 1 field
              expected: 2 fields, as the header has
              remedy:   correct the row, quote fields that contain the separator, or set data.separator
            2 errors, 0 warnings

            """);
    }

    [Fact]
    public async Task Build_NamesEachCell_ThatIsNoNumber()
    {
        _folder.With("sine.csv", Data() + "low,1\n2,n/a?\n");

        var errors = await ErrorsAsync(1);

        errors.ShouldBe("""
            error DATA006 at sine.csv:122: 'low' in column 'level' is not a number
              expected: a number with decimal mark '.', or a missing marker
              remedy:   correct the cell, set data.decimal, or add the text to data.missing
            error DATA006 at sine.csv:123: 'n/a?' in column 'flow' is not a number
              expected: a number with decimal mark '.', or a missing marker
              remedy:   correct the cell, set data.decimal, or add the text to data.missing
            2 errors, 0 warnings

            """);
    }

    [Fact]
    public async Task Build_NamesTheNearest_WhenAKeyIsUnknown()
    {
        _folder.With("project.yaml", Project + "modle:\n  dimension: 8\n");

        var errors = await ErrorsAsync(1);

        errors.ShouldBe("""
            error YAML003 at project.yaml:7: there is no key 'modle'
              expected: one of the keys board, data, engine, model, name, quantization, synthesis, task, training, verification
              remedy:   did you mean 'model'?

            """);
    }

    [Fact]
    public async Task Build_CountsTheRows_WhenTheWindowIsLongerThanTheSeries()
    {
        var errors = await ErrorsAsync(1, arguments: ["--set", "data.window=500"]);

        errors.ShouldBe("""
            error DATA010 at sine.csv: the training part has no window: of its 84 rows, at most 84 are unbroken
              expected: 501 unbroken rows: 500 of the window and 1 up to the last target
              remedy:   give more data, another data.split, or a smaller data.window, data.horizon or data.steps
            error DATA010 at sine.csv: the validation part has no window: of its 18 rows, at most 18 are unbroken
              expected: 501 unbroken rows: 500 of the window and 1 up to the last target
              remedy:   give more data, another data.split, or a smaller data.window, data.horizon or data.steps
            error DATA010 at sine.csv: the test part has no window: of its 18 rows, at most 18 are unbroken
              expected: 501 unbroken rows: 500 of the window and 1 up to the last target
              remedy:   give more data, another data.split, or a smaller data.window, data.horizon or data.steps
            3 errors, 0 warnings

            """);
    }

    [Fact]
    public async Task Build_NamesBothNumbers_WhenHeadsDoNotDivideTheDimension()
    {
        var errors = await ErrorsAsync(1, arguments: ["--set", "model.heads=3"]);

        errors.ShouldBe("""
            error PROJECT004 at --set model.heads=3: model.heads is 3 and does not divide model.dimension, 16
              expected: a number of heads that divides the dimension
              remedy:   change model.heads or model.dimension

            """);
    }

    [Fact]
    public async Task Build_NamesTheRange_WhenBitsAreOutOfIt()
    {
        var errors = await ErrorsAsync(1, arguments: ["--set", "quantization.bits=9"]);

        errors.ShouldBe("""
            error YAML006 at --set quantization.bits=9: quantization.bits is 9
              expected: a whole number from 2 to 8
              remedy:   write a whole number from 2 to 8

            """);
    }

    [Fact]
    public async Task Build_NamesTheRange_WhenTheArrayIsTooLarge()
    {
        var errors = await ErrorsAsync(1, arguments: ["--set", "engine.rows=64", "--set", "engine.columns=32"]);

        errors.ShouldBe("""
            error YAML006 at --set engine.rows=64: engine.rows is 64
              expected: a whole number from 1 to 32
              remedy:   write a whole number from 1 to 32
            error YAML006 at --set engine.columns=32: engine.columns is 32
              expected: a whole number from 1 to 16
              remedy:   write a whole number from 1 to 16
            2 errors, 0 warnings

            """);
    }

    [Fact]
    public async Task Build_NamesTheNearest_WhenTheDeviceIsUnknown()
    {
        var errors = await ErrorsAsync(1, arguments: ["--set", "engine.device=xc7s16"]);

        errors.ShouldBe($"""
            error DEVICE001 at --set engine.device=xc7s16: there is no device 'xc7s16'
              expected: one of {KnownDevices.Text}
              remedy:   did you mean 'xc7s15'? A new device is a file (docs/adding-a-device.md)

            """);
    }

    [Fact]
    public async Task Build_TellsAllFaultsAtOnce()
    {
        _folder.With("project.yaml", Project + "model:\n  heads: 3\n  layer: 2\ntraining:\n  epochs: many\n");

        var errors = await ErrorsAsync(
            1, tools: Absent, arguments: ["--set", "quantization.bits=9", "--output", _folder["sine.csv"]]);

        errors.ShouldBe("""
            error PROJECT004 at project.yaml:8: model.heads is 3 and does not divide model.dimension, 16
              expected: a number of heads that divides the dimension
              remedy:   change model.heads or model.dimension
            error YAML003 at project.yaml:9: there is no key 'model.layer'
              expected: one of the keys activation, causal, dimension, feedForwardRatio, heads, layers, normalization
              remedy:   did you mean 'layers'?
            error YAML005 at project.yaml:11: training.epochs is 'many'
              expected: a whole number from 0 to 1000000
              remedy:   write a whole number from 0 to 1000000
            error YAML006 at --set quantization.bits=9: quantization.bits is 9
              expected: a whole number from 2 to 8
              remedy:   write a whole number from 2 to 8
            error OUTPUT001 at FOLDER/sine.csv: a file is in the place of the output folder
              expected: a folder for the results, or a path at which one can be made
              remedy:   move the file, or choose another --output
            error TOOL001 at absent-ghdl: GHDL is not installed
              expected: a program `absent-ghdl` in the search path
              remedy:   install it: sudo apt-get install -y ghdl-llvm
            error TOOL001 at absent-verilator: Verilator is not installed
              expected: a program `absent-verilator` in the search path
              remedy:   install it: sudo apt-get install -y verilator
            error TOOL001 at absent-yosys: Yosys is not installed
              expected: a program `absent-yosys` in the search path
              remedy:   install it: sudo apt-get install -y yosys
            8 errors, 0 warnings

            """);
    }

    [Fact]
    public async Task Build_Refuses_AFileInTheWayOfTheOutputFolder()
    {
        var errors = await ErrorsAsync(1, arguments: ["--output", _folder["sine.csv/a/b"]]);

        errors.ShouldBe("""
            error OUTPUT001 at FOLDER/sine.csv/a/b: FOLDER/sine.csv is a file
              expected: a folder for the results, or a path at which one can be made
              remedy:   move the file, or choose another --output

            """);
    }

    [Fact]
    public async Task Build_Refuses_AFileInThePlaceOfTheDefaultOutputFolder()
    {
        _folder.With("out", "");

        var errors = await ErrorsAsync(1);

        errors.ShouldBe("""
            error OUTPUT001 at FOLDER/out: a file is in the place of the output folder
              expected: a folder for the results, or a path at which one can be made
              remedy:   move the file, or choose another --output

            """);
    }

    [Fact]
    public async Task Build_Refuses_AnOutputFolder_ThatCannotBeMade()
    {
        var errors = await ErrorsAsync(1, arguments: ["--output", "/proc/results"]);

        errors.ShouldBe("""
            error OUTPUT002 at /proc/results: no file can be written in /proc
              expected: a folder in which files can be made
              remedy:   check its permissions and the space left, or choose another --output

            """);
    }

    [Fact]
    public async Task Build_NamesTheCommandThatInstallsGhdl_WhenItIsMissing()
    {
        var errors = await ErrorsAsync(3, tools: Present with { Ghdl = Absent.Ghdl });

        errors.ShouldBe("""
            error TOOL001 at absent-ghdl: GHDL is not installed
              expected: a program `absent-ghdl` in the search path
              remedy:   install it: sudo apt-get install -y ghdl-llvm

            """);
    }

    [Fact]
    public async Task Build_NamesTheCommandThatInstallsVerilator_WhenItIsMissing()
    {
        var errors = await ErrorsAsync(3, tools: Present with { Verilator = Absent.Verilator });

        errors.ShouldBe("""
            error TOOL001 at absent-verilator: Verilator is not installed
              expected: a program `absent-verilator` in the search path
              remedy:   install it: sudo apt-get install -y verilator

            """);
    }

    [Fact]
    public async Task Build_NamesTheCommandThatInstallsYosys_WhenItIsMissing()
    {
        var errors = await ErrorsAsync(3, tools: Present with { Yosys = Absent.Yosys });

        errors.ShouldBe("""
            error TOOL001 at absent-yosys: Yosys is not installed
              expected: a program `absent-yosys` in the search path
              remedy:   install it: sudo apt-get install -y yosys

            """);
    }

    // The data does not reach this far: what is seen is that the build goes on to it without asking for Yosys.
    [Fact]
    public async Task Build_DoesNotAskForYosys_WhenNothingWillBeSynthesized()
    {
        var errors = await ErrorsAsync(
            1,
            tools: Present with { Yosys = Absent.Yosys },
            arguments: ["--set", "synthesis.enabled=false", "--set", "data.file=none.csv"]);

        errors.ShouldStartWith("error DATA001 at none.csv: there is no file 'none.csv'\n");
        errors.ShouldNotContain("TOOL001");
    }

    [Fact]
    public async Task Check_TellsTheSameAsBuild()
    {
        string[] wrong = ["--set", "data.file=sines.csv"];

        var (code, errors) = await RunAsync(Present, ["check", _folder["project.yaml"], .. wrong]);

        code.ShouldBe(1);
        errors.ShouldBe(await ErrorsAsync(1, arguments: wrong));
    }

    private async Task<string> ErrorsAsync(
        int exitCode, BuildTools? tools = null, string project = "project.yaml", string[]? arguments = null)
    {
        var before = Directory.GetFileSystemEntries(_folder.Path);
        var (code, errors) = await RunAsync(tools ?? Present, ["build", _folder[project], .. arguments ?? []]);

        code.ShouldBe(exitCode);
        Directory.GetFileSystemEntries(_folder.Path).ShouldBe(before, ignoreOrder: true);
        return errors;
    }

    private async Task<(int Code, string Errors)> RunAsync(BuildTools tools, string[] line)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var terminal = new CommandTerminal(
            CommandTerminal.Make(output, redirected: true), CommandTerminal.Make(errors, redirected: true));

        var code = await new CommandLineApplication(terminal, new BuildPipeline(tools))
            .RunAsync(line, TestContext.Current.CancellationToken);

        output.ToString().ShouldBeEmpty();
        return (code, errors.ToString().Replace(_folder.Path, "FOLDER", StringComparison.Ordinal));
    }

    private static string Data()
    {
        var lines = Enumerable.Range(0, 120).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{Math.Sin(row / 5.0):0.000},{Math.Cos(row / 9.0):0.000}\n"));
        return "level,flow\n" + string.Concat(lines);
    }
}
