using Bitloom.Cli;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Reporting;
using Bitloom.Tests.Reporting;

namespace Bitloom.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private static readonly BuildResult Verified = new(BuildOutcome.Verified, [], ExampleReport.Full, "out");

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("help")]
    [InlineData("help_build", "build")]
    [InlineData("help_simulate", "simulate")]
    [InlineData("help_run", "run")]
    [InlineData("help_check", "check")]
    [InlineData("help_devices", "devices")]
    [InlineData("help_new", "new")]
    [InlineData("help_train", "train")]
    [InlineData("help_quantize", "quantize")]
    [InlineData("help_compile", "compile")]
    [InlineData("help_synthesize", "synthesize")]
    [InlineData("help_report", "report")]
    [InlineData("help_fit", "fit")]
    [InlineData("help_explore", "explore")]
    [InlineData("help_studio", "studio")]
    [InlineData("help_worker", "worker")]
    [InlineData("help_schema", "schema")]
    [InlineData("help_completion", "completion")]
    public async Task Help_MatchesItsGolden(string golden, params string[] command)
    {
        var code = await _terminal.RunAsync(new RecordingPipeline(Verified), [.. command, "--help"]);

        code.ShouldBe(0);
        Golden.Match(_terminal.Out, $"Expected/{golden}.txt");
    }

    [Fact]
    public async Task Help_IsShown_WithoutArguments()
    {
        var code = await _terminal.RunAsync(new RecordingPipeline(Verified));

        code.ShouldBe(0);
        _terminal.Out.ShouldBe(Golden.Read("Expected/help.txt"));
    }

    [Fact]
    public async Task Version_IsThatOfTheReport()
    {
        var code = await _terminal.RunAsync(new RecordingPipeline(Verified), "--version");

        code.ShouldBe(0);
        _terminal.Out.ShouldBe($"bitloom {BitloomVersion.Text}\n");
        BitloomVersion.Text.ShouldMatch(@"^\d+\.\d+\.\d+$");
    }

    [Fact]
    public async Task Build_PassesProjectOutputAndSettings_InOrder()
    {
        var pipeline = new RecordingPipeline(Verified);

        await _terminal.RunAsync(
            pipeline, "build", "my project.yaml", "--set", "b=2", "--output", "my out", "--set", "a=x=y");

        var request = pipeline.Built.Single();
        request.ProjectPath.ShouldBe("my project.yaml");
        request.OutputFolder.ShouldBe("my out");
        request.Settings.ShouldBe([new("b", "2"), new("a", "x=y")]);
    }

    [Fact]
    public async Task Build_ShowsTheReport_AndWhereItIs()
    {
        var code = await _terminal.RunAsync(new RecordingPipeline(Verified), "build", "p.yaml");

        code.ShouldBe(0);
        _terminal.Out.ShouldContain("Verified: every stage agrees to the bit");
        _terminal.Out.ShouldContain("Agreement to the bit");
        _terminal.Out.ShouldEndWith("Report: out/report.html\n");
    }

    [Fact]
    public async Task Build_ShowsOnlyTheVerdict_WhenQuiet()
    {
        var pipeline = new RecordingPipeline(Verified) { Work = (progress, _) => progress.Begin("train", 10, "") };

        await _terminal.RunAsync(pipeline, "build", "p.yaml", "--quiet");

        _terminal.Out.ShouldBe($"{Verdict.Of(ExampleReport.Full)}\nReport: out/report.html\n");
        _terminal.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(BuildOutcome.Verified, 0)]
    [InlineData(BuildOutcome.UserFault, 1)]
    [InlineData(BuildOutcome.DoesNotFit, 4)]
    [InlineData(BuildOutcome.VerificationFailed, 2)]
    [InlineData(BuildOutcome.ToolFailed, 3)]
    [InlineData(BuildOutcome.Cancelled, 130)]
    public async Task Build_EndsWithTheExitCode_OfItsOutcome(BuildOutcome outcome, int expected)
    {
        var code = await _terminal.RunAsync(new RecordingPipeline(new(outcome, [], null, null)), "build", "p.yaml");

        code.ShouldBe(expected);
    }

    [Fact]
    public async Task Build_PrintsAllDiagnostics_ErrorsFirst()
    {
        var warning = Diagnostic.Warning("DATA009", "a.csv:3", "a [gap]", "no gap", "fill it");
        var error = Diagnostic.Error("PROJ001", "p.yaml:1", "no data", "a file", "name one");

        await _terminal.RunAsync(
            new RecordingPipeline(new(BuildOutcome.UserFault, [warning, error], null, null)), "build", "p.yaml");

        _terminal.Error.ShouldBe($"{error}\n{warning}\n1 error, 1 warning\n");
    }

    [Fact]
    public async Task Build_SaysHowToGoOn_WhenCancelled()
    {
        var pipeline = new RecordingPipeline(new(BuildOutcome.Cancelled, [], null, null));

        await _terminal.RunAsync(pipeline, "build", "my p.yaml", "-o", "out", "--set", "a=1");

        _terminal.Error.ShouldEndWith(
            "Stopped. Finished stages are kept; to go on, run the same command again:\n" +
            "bitloom build 'my p.yaml' --output out --set a=1\n");
    }

    [Fact]
    public async Task Build_IsCancelled_WhenThePipelineThrowsOnItsToken()
    {
        using var cancellation = new CancellationTokenSource();
        var pipeline = new RecordingPipeline(Verified) { Work = (_, token) => CancelAndThrow(cancellation, token) };
        using var console = new Spectre.Console.Testing.TestConsole();
        var application = new CommandLineApplication(new CommandTerminal(console, console), pipeline);

        var code = await application.RunAsync(["build", "p.yaml"], cancellation.Token);

        code.ShouldBe(130);
    }

    [Fact]
    public async Task Build_RefusesMalformedSettings_AllAtOnce()
    {
        var pipeline = new RecordingPipeline(Verified);

        var code = await _terminal.RunAsync(pipeline, "build", "p.yaml", "--set", "epochs", "--set", "=5");

        code.ShouldBe(1);
        pipeline.Built.ShouldBeEmpty();
        _terminal.Error.ShouldBe(
            "error CLI002 at --set: `epochs` has no key and value\n" +
            "  expected: key=value, without spaces around =\n" +
            "  remedy:   for example --set training.epochs=5\n" +
            "error CLI002 at --set: `=5` has no key and value\n" +
            "  expected: key=value, without spaces around =\n" +
            "  remedy:   for example --set training.epochs=5\n" +
            "2 errors, 0 warnings\n");
    }

    [Theory]
    [InlineData("`biuld` is not known", "bitloom", "did you mean `build`?", "biuld", "p.yaml")]
    [InlineData("`--ouput` is not known", "bitloom build", "did you mean `--output`?", "build", "p.yaml", "--ouput")]
    [InlineData("`--ouput` is not known", "bitloom build", "did you mean `--output`?", "build", "--ouput")]
    [InlineData("`q` is not known", "bitloom check", "run `bitloom check --help`", "check", "p", "q")]
    public async Task CommandLine_IsRefused_WithTheNearestName(
        string found, string command, string remedy, params string[] arguments)
    {
        var code = await _terminal.RunAsync(new RecordingPipeline(Verified), arguments);

        code.ShouldBe(1);
        _terminal.Error.ShouldBe(
            $"error CLI001: {found}\n" +
            $"  expected: a command, option or argument that `{command} --help` shows\n" +
            $"  remedy:   {remedy}\n");
    }

    [Fact]
    public async Task CommandLine_IsRefused_WithoutAProject()
    {
        var code = await _terminal.RunAsync(new RecordingPipeline(Verified), "build");

        code.ShouldBe(1);
        _terminal.Error.ShouldBe(
            "error CLI001: PROJECT is missing\n" +
            "  expected: a command line of the form that `bitloom build --help` shows\n" +
            "  remedy:   run `bitloom build --help`\n");
    }

    [Fact]
    public async Task CommandLine_TakesAnAtSign_AsPartOfAName()
    {
        var pipeline = new RecordingPipeline(Verified);

        await _terminal.RunAsync(pipeline, "build", "@p.yaml");

        pipeline.Built.Single().ProjectPath.ShouldBe("@p.yaml");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true, "--fresh")]
    public async Task Build_KeepsFinishedStages_UnlessAskedForAFreshBuild(bool expected, params string[] options)
    {
        var pipeline = new RecordingPipeline(Verified);

        await _terminal.RunAsync(pipeline, ["build", "p.yaml", .. options]);

        pipeline.Built.Single().Fresh.ShouldBe(expected);
    }

    [Fact]
    public async Task Check_SaysThatAProjectIsFine_DespiteWarnings()
    {
        var warning = Diagnostic.Warning("DATA009", "a.csv:3", "a gap", "no gap", "fill it");
        var pipeline = new RecordingPipeline(new(BuildOutcome.Verified, [warning], null, null));

        var code = await _terminal.RunAsync(pipeline, "check", "p.yaml", "--set", "a=1");

        code.ShouldBe(0);
        _terminal.Out.ShouldBe("p.yaml can be built.\n");
        _terminal.Error.ShouldBe($"{warning}\n");
        pipeline.Checked.Single().Settings.ShouldBe([new("a", "1")]);
    }

    [Fact]
    public async Task Check_Fails_OnAnError()
    {
        var error = Diagnostic.Error("PROJ001", "p.yaml:1", "no data", "a file", "name one");

        var code = await _terminal.RunAsync(
            new RecordingPipeline(new(BuildOutcome.UserFault, [error], null, null)), "check", "p.yaml");

        code.ShouldBe(1);
        _terminal.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Devices_ListsEach_WithItsBudget()
    {
        var pipeline = new RecordingPipeline(Verified)
        {
            Known = [new DeviceRow("xc7s15", "Spartan-7", new ResourceBudget(8000, 2400, 16000, 10, 36, 20))],
        };

        var code = await _terminal.RunAsync(pipeline, "devices");

        code.ShouldBe(0);
        _terminal.Out.ShouldMatch(@"xc7s15\s+Spartan-7\s+8,000\s+2,400\s+16,000\s+10 of 36 kbit\s+20");
    }

    [Fact]
    public async Task Devices_AreListedAsTheFilesSay()
    {
        var code = await _terminal.RunAsync(new BuildPipeline(), "devices");

        code.ShouldBe(0);
        Golden.Match(_terminal.Out, "Expected/devices.txt");
    }

    [Theory]
    [InlineData("xc7s15")]
    [InlineData("xczu7ev")]
    [InlineData("ice40up5k")]
    [InlineData("ecp5-25")]
    public async Task Devices_ShowsOne_WithItsSources(string name)
    {
        var code = await _terminal.RunAsync(new BuildPipeline(), "devices", name);

        code.ShouldBe(0);
        Golden.Match(_terminal.Out, $"Expected/device_{name}.txt");
    }

    [Fact]
    public async Task Devices_TellsWhatIsWrongWithAFile()
    {
        using var folder = new TemporaryFolder().With("mine.yaml", "name: mine\n");

        var code = await _terminal.RunAsync(new BuildPipeline(), "devices", folder["mine.yaml"]);

        code.ShouldBe(1);
        _terminal.Out.ShouldBeEmpty();
        _terminal.Error.ShouldContain("mine.yaml:1: the key 'vendor' is missing");
    }

    [Fact]
    public async Task InternalFault_HasItsOwnExitCode()
    {
        var pipeline = new RecordingPipeline(Verified)
        {
            Work = (_, _) => throw new CompilerBugException("Schedule", "negative delay"),
        };

        var code = await _terminal.RunAsync(pipeline, "build", "p.yaml");

        code.ShouldBe(70);
        _terminal.Error.ShouldContain("fault in Schedule: negative delay");
    }

    [Fact]
    public async Task InaccessibleFile_IsADiagnostic()
    {
        var pipeline = new RecordingPipeline(Verified) { Work = (_, _) => throw new IOException("No space left.") };

        var code = await _terminal.RunAsync(pipeline, "build", "p.yaml");

        code.ShouldBe(1);
        _terminal.Error.ShouldBe(
            "error CLI004: No space left\n" +
            "  expected: files and folders that can be read and written\n" +
            "  remedy:   check the path, its permissions and the space left\n");
    }

    private static void CancelAndThrow(CancellationTokenSource source, CancellationToken token)
    {
        source.Cancel();
        token.ThrowIfCancellationRequested();
    }
}
