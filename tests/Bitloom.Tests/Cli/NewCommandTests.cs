using Bitloom.Cli;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Tests.Data.Inspection;
using Bitloom.Tests.Estimation;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Cli;

/// <summary>A project made for a file: what is said, what is written, and that it can be built.</summary>
public sealed class NewCommandTests : IDisposable
{
    private static readonly BuildTools Present = new(
        ExternalTools.Ghdl with { Executable = "true" }, ExternalTools.Verilator with { Executable = "true" },
        ExternalTools.Yosys with { Executable = "true" })
    {
        NextpnrIce40 = ExternalTools.NextpnrIce40 with { Executable = "true" },
        Icepack = ExternalTools.Icepack with { Executable = "true" },
        Compilers = [],
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string[]> Accepted => new()
    {
        { "everything", Tables.Everything, [] },
        { "european", Tables.European, [] },
        { "sentinels", Tables.Sentinels, [] },
        { "gappy", Tables.Gappy, [] },
        { "descending", Tables.Descending, [] },
        { "irregular", Tables.Irregular, [] },
        { "plain", Tables.Plain, ["--target", "a,b", "--features", "b", "--device", "ICE40UP5K"] },
        { "few", Tables.Of("a", 30, row => Tables.Wave(row)), [] },
        {
            "awkward-names",
            Tables.Of(
                "\"a: b\",\"# c\",\"x,y\",yes,\"it's \"\"q\"\"\"", 60,
                row => string.Join(',', Enumerable.Range(2, 5).Select(period => Tables.Wave(row, period)))),
            []
        },
        {
            "labels",
            Tables.Of("time,a,anomaly", 300, row => $"{Tables.Hour(row)},{Tables.Wave(row)},{(row % 40 < 3 ? 1 : 0)}"),
            ["--task", "anomalyDetection"]
        },
        { "tabs", Tables.Plain.Replace(',', '\t'), [] },
        { "windows-lines", Tables.Plain.Replace("\n", "\r\n", StringComparison.Ordinal), [] },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task New_WritesAProjectThatCanBeBuilt(string name, string csv, string[] options)
    {
        _folder.With("data.csv", csv);

        var (code, text) = await RunAsync(["new", _folder[name], "--data", _folder["data.csv"], .. options]);
        var check = await new BuildPipeline(Present).CheckAsync(
            new(_folder[name], null, []), TestContext.Current.CancellationToken);

        code.ShouldBe(0, text);
        check.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ShouldBeEmpty();
        check.Outcome.ShouldBe(BuildOutcome.Verified);
        Golden.Match(text, $"Expected/New/{name}.txt");
        Golden.Match(await ReadAsync(name, ProjectReader.FileName), $"Expected/New/{name}.yaml");
        (await ReadAsync(name, ProjectSchema.FileName)).ShouldBe(ProjectSchema.Text);
    }

    [Fact]
    public async Task New_MakesClassesOfFolders()
    {
        foreach (var state in (string[])["walking", "sitting"])
        {
            foreach (var recording in (string[])["1", "2", "3", "4", "5", "6", "7"])
            {
                Directory.CreateDirectory(_folder[$"data/{state}"]);
                _folder.With($"data/{state}/{recording}.csv", Tables.Plain);
            }
        }

        var (code, text) = await RunAsync(["new", _folder["gait"], "--data", _folder["data"]]);

        code.ShouldBe(0, text);
        (await ReadAsync("gait", ProjectReader.FileName)).ShouldContain("task: classification\n");
        (await ReadAsync("gait", ProjectReader.FileName)).ShouldContain("  train: ../data\n");
    }

    [Fact]
    public async Task New_OverwritesNothing()
    {
        _folder.With("data.csv", Tables.Plain);
        await RunAsync(["new", _folder["a"], "--data", _folder["data.csv"]]);
        await File.AppendAllTextAsync(_folder["a/project.yaml"], "# mine\n", TestContext.Current.CancellationToken);

        var (code, text) = await RunAsync(["new", _folder["a"], "--data", _folder["data.csv"]]);

        code.ShouldBe(1);
        text.ShouldBe("""
            error NEW002 at FOLDER/a/project.yaml: the file is there already, and nothing is overwritten
              expected: a name of a project that does not exist
              remedy:   choose another name, or remove the file

            """);
        (await ReadAsync("a", ProjectReader.FileName)).ShouldEndWith("# mine\n");
    }

    [Fact]
    public async Task New_TellsAllThatIsWrong_AtOnce_AndMakesNoFolder()
    {
        _folder.With("data.csv", Tables.Plain);

        var (code, text) = await RunAsync(
        [
            "new", _folder["1st"], "--data", _folder["data.csv"], "--device", "xc7s16", "--target", "c",
            "--task", "forecast",
        ]);

        code.ShouldBe(1);
        text.ShouldBe($"""
            error CLI010 at --task: there is no task 'forecast'
              expected: one of forecasting, classification, anomalyDetection
              remedy:   did you mean 'forecasting'?
            error NEW001 at NAME: a project cannot be called '1st'
              expected: a letter, then letters, digits, hyphens and underscores; a path may stand before it
              remedy:   choose a name that can name files
            error DEVICE001 at --device: there is no device 'xc7s16'
              expected: one of {KnownDevices.Text}
              remedy:   did you mean 'xc7s15'? A new device is a file (docs/adding-a-device.md)
            error DATA045 at --target: there is no column 'c' in 'FOLDER/data.csv'
              expected: one of the columns 'a', 'b'
              remedy:   did you mean 'a'?
            4 errors, 0 warnings

            """);
        Directory.Exists(_folder["1st"]).ShouldBeFalse();
    }

    [Fact]
    public async Task New_NamesTheNearest_WhenThereIsNoSuchFile()
    {
        _folder.With("data.csv", Tables.Plain);

        var (code, text) = await RunAsync(["new", _folder["a"], "--data", _folder["date.csv"]]);

        code.ShouldBe(1);
        text.ShouldBe("""
            error NEW003 at FOLDER/date.csv: there is no such file or folder
              expected: a CSV file, or recordings in a form of docs/data-formats.md
              remedy:   did you mean 'data.csv'?

            """);
    }

    [Fact]
    public async Task New_RefusesOneTable_ForClassification()
    {
        _folder.With("data.csv", Tables.Plain);

        var (code, text) = await RunAsync(
            ["new", _folder["a"], "--data", _folder["data.csv"], "--task", "classification"]);

        code.ShouldBe(1);
        text.ShouldBe("""
            error NEW004 at FOLDER/data.csv: classes cannot be learned from one table
              expected: recordings: a folder of CSV files for each class in one folder, or a file of docs/data-formats.md
              remedy:   make a file of each recording, in folders named after the classes, or use --task forecasting

            """);
    }

    [Theory]
    [InlineData("a,b\n", "DATA002")]
    [InlineData("a,b\n1,2\n", "DATA047")]
    [InlineData("a\nx\ny\n", "DATA047")]
    [InlineData("1,2\n3,4\n", "DATA044")]
    [InlineData("\0\0PK", "DATA043")]
    public async Task New_RefusesAFileOfWhichNothingCanBeLearned(string csv, string code)
    {
        _folder.With("data.csv", csv);

        var (exit, text) = await RunAsync(["new", _folder["a"], "--data", _folder["data.csv"]]);

        exit.ShouldBe(1);
        text.ShouldStartWith($"error {code} at FOLDER/data.csv");
        Directory.Exists(_folder["a"]).ShouldBeFalse();
    }

    private Task<string> ReadAsync(string project, string file) =>
        File.ReadAllTextAsync(_folder[$"{project}/{file}"], TestContext.Current.CancellationToken);

    private async Task<(int Code, string Text)> RunAsync(string[] line)
    {
        using var output = new StringWriter();
        var console = CommandTerminal.Make(output, redirected: true);

        var code = await new CommandLineApplication(new CommandTerminal(console, console), new BuildPipeline(Present))
            .RunAsync(line, TestContext.Current.CancellationToken);

        return (code, output.ToString().Replace(_folder.Path, "FOLDER", StringComparison.Ordinal));
    }
}
