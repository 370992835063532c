using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Conformance.Tests.Pipeline;

/// <summary>The program as a process that is killed, interrupted or out of space, and what comes after.</summary>
public sealed class ResumeTests(BuiltSine sine) : IClassFixture<BuiltSine>, IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "bitloom.dll");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // ProcessRunner cancels as kill -9 does, the tools included. Each build is cut off a random time after a stage began.
    [Fact]
    public async Task Build_EndsWithTheReportOfAnUnbrokenOne_WhereverItWasKilled()
    {
        var project = SineProject.WriteTo(folder.Path);
        var random = new Random(5);
        string[] stages = ["train:", "quantize:", "translate", "simulate:", "simulate VHDL", "simulate translation"];
        var outcomes = new List<ProcessOutcome>();

        foreach (var stage in stages)
        {
            var ended = await KilledAsync(project, stage, TimeSpan.FromMilliseconds(random.Next(400)));
            outcomes.Add(ended.Outcome);
        }

        var last = await ProcessRunner.RunAsync(
            new("dotnet", [Program, "build", project, "--quiet"]), TestContext.Current.CancellationToken);

        outcomes.Count(outcome => outcome == ProcessOutcome.Cancelled).ShouldBeGreaterThan(3);
        last.ExitCode.ShouldBe(0, string.Join('\n', last.LastLines));
        foreach (var file in (string[])["report.json", "report.html", "float.json", "quantized.json", "integer.graph"])
            File.ReadAllBytes(Path.Combine(folder.Path, "out", file)).ShouldBe(
                File.ReadAllBytes(Path.Combine(sine.Result.OutputFolder!, file)), file);
        Directory.GetFiles(Path.Combine(folder.Path, "out"), "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Build_StopsCleanly_WhenInterrupted_AndSaysHowToGoOn()
    {
        var project = SineProject.WriteTo(folder.Path);
        // With job control, as a shell starts jobs without it that ignore the signal.
        const string Script = """
            set -m
            dotnet "$0" build "$1" 2>said &
            until grep -q '^train: ' said; do sleep 0.05; done
            kill -INT $!; wait $!; code=$?
            cat said; exit $code
            """;

        var ended = await ProcessRunner.RunAsync(
            new("bash", ["-c", Script, Program, project])
            {
                WorkingFolder = folder.Path,
                Timeout = TimeSpan.FromMinutes(1),
            },
            TestContext.Current.CancellationToken);

        ended.ExitCode.ShouldBe(130, string.Join('\n', ended.LastLines));
        ended.LastLines[^2..].ShouldBe(
            ["Stopped. Finished stages are kept; to go on, run the same command again:", $"bitloom build {project}"]);
    }

    [Fact]
    public async Task Build_TellsThatTheDiskIsFull()
    {
        var project = SineProject.WriteTo(folder.Path);
        var script = "mkdir m && mount -t tmpfs -o size=\"$2\" none m && exec dotnet \"$0\" build \"$1\" -o m/out";

        foreach (var size in (string[])["24k", "400k"])
        {
            var ended = await ProcessRunner.RunAsync(
                new("unshare", ["-rm", "sh", "-c", script, Program, project, size])
                {
                    WorkingFolder = Path.Combine(folder.Path, size),
                },
                TestContext.Current.CancellationToken);

            var told = string.Join('\n', ended.LastLines);
            ended.ExitCode.ShouldBe(1, told);
            told.ShouldMatch("error (CLI004: No space left on device|OUTPUT005 at .*/out: less than 1 MB)");
        }
    }

    [Theory]
    [InlineData("float.json", "train: again, as float.json was changed or is missing")]
    [InlineData("quantized.json", "quantize: again, as quantized.json was changed or is missing")]
    [InlineData("hardware/accelerator.v", "translate: again, as hardware/accelerator.v was changed or is missing")]
    [InlineData("stages/simulate-VHDL.json", "simulate VHDL: again, as its record is damaged")]
    public async Task Build_MakesAgain_WhatWasCutOff(string file, string note)
    {
        var progress = new RecordedNotes();
        var output = Path.Combine(folder.Path, "out");
        CopyFolder(sine.Result.OutputFolder!, output);
        var path = Path.Combine(output, file);
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, whole[..^20], TestContext.Current.CancellationToken);

        var result = await BuildAsync(output, progress);

        SineBuild.ShouldBeVerified(result);
        progress.Notes.ShouldContain(note);
        progress.Notes.Count(line => line.Contains(": again,", StringComparison.Ordinal)).ShouldBe(1);
        File.ReadAllBytes(path).ShouldBe(whole);
        ReportOf(result).ShouldBe(ReportOf(sine.Result));
    }

    [Fact]
    public async Task Build_KeepsEverything_WhenNothingChanged_AndOnlyWhatAChangeLeavesAsItWas()
    {
        var output = Path.Combine(folder.Path, "out");
        CopyFolder(sine.Result.OutputFolder!, output);
        var unchanged = new RecordedNotes();
        var changed = new RecordedNotes();

        var report = ReportOf(await BuildAsync(output, unchanged));
        await BuildAsync(output, changed, ("verification.windows", "3"));

        report.ShouldBe(ReportOf(sine.Result));
        unchanged.Notes.Count.ShouldBe(6);
        unchanged.Notes.ShouldAllBe(line => line.Contains(": kept from the last build", StringComparison.Ordinal));
        changed.Notes.Where(line => line.Contains(": again,", StringComparison.Ordinal)).ShouldBe(
        [
            "simulate VHDL: again, as verification.windows changed",
            "simulate translation: again, as verification.windows changed",
        ]);
    }

    [Fact]
    public async Task Simulate_PlaysAllWindows_AndLeavesTheStagesOfTheBuild()
    {
        var output = Path.Combine(folder.Path, "out");
        CopyFolder(sine.Result.OutputFolder!, output);
        var progress = new RecordedNotes();
        var build = new BuildRequest(sine.Project, output, []);

        var result = await new BuildPipeline().SimulateAsync(
            new(build, SimulationRequest.All), progress, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(BuildOutcome.Verified);
        var summary = result.Summary.ShouldNotBeNull();
        summary.Verified.ShouldBeTrue();
        summary.Windows.ShouldBe(summary.TestWindows);
        summary.Agreement[1].Compared.ShouldBe(summary.TestWindows);
        File.ReadAllText(Path.Combine(output, "simulation.json")).ShouldContain("\"verified\": true");
        progress.Notes.Count.ShouldBe(3);
        ReportOf(await BuildAsync(output, progress)).ShouldBe(ReportOf(sine.Result));
        progress.Notes.ShouldAllBe(line => line.Contains(": kept from the last build", StringComparison.Ordinal));
    }

    private Task<BuildResult> BuildAsync(
        string output, IStageProgress progress, params (string Key, string Value)[] settings) =>
        new BuildPipeline().BuildAsync(
            new(sine.Project, output, [.. settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))]),
            progress, TestContext.Current.CancellationToken);

    private static async Task<ProcessResult> KilledAsync(string project, string stage, TimeSpan later)
    {
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var request = new ProcessRequest("dotnet", [Program, "build", project])
        {
            OnLine = line =>
            {
                if (line.StartsWith(stage, StringComparison.Ordinal))
                    kill.CancelAfter(later);
            },
        };
        return await ProcessRunner.RunAsync(request, kill.Token);
    }

    private static byte[] ReportOf(BuildResult result) =>
        File.ReadAllBytes(Path.Combine(result.OutputFolder!, "report.json"));

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
