using System.Globalization;
using Bitloom.Pipeline;

namespace Bitloom.Tests.Resume;

public sealed class OutputSessionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Session_NamesTheOtherProcess_WhenOneIsAtWorkInTheFolder()
    {
        using var held = OutputLock.Take(_folder["out"]).Value!;

        var refused = await RunAsync(() => throw new InvalidOperationException("must not begin"));

        refused.Outcome.ShouldBe(BuildOutcome.UserFault);
        Text(refused).ShouldBe(string.Create(CultureInfo.InvariantCulture, $"""
            error OUTPUT003 at FOLDER/out: the process {Environment.ProcessId} is working in this folder
              expected: one build at a time in an output folder
              remedy:   wait for it to end, stop it, or choose another --output
            """));
    }

    [Fact]
    public async Task Session_LetsTheNextOneIn_WhenItEnds()
    {
        (await RunAsync(Done)).Ok.ShouldBeTrue();

        (await RunAsync(Done)).Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Session_SaysSo_WhenTheFolderIsRemoved(bool throws)
    {
        var result = await RunAsync(() =>
        {
            Directory.Delete(_folder["out"], recursive: true);
            return throws ? throw new DirectoryNotFoundException("gone") : Done();
        });

        result.Outcome.ShouldBe(BuildOutcome.UserFault);
        Text(result).ShouldBe("""
            error OUTPUT004 at FOLDER/out: the output folder was removed or replaced while results were written to it
              expected: an output folder that stays until the end
              remedy:   run the command again
            """);
    }

    [Fact]
    public async Task Session_PassesOn_WhatElseCannotBeWritten()
    {
        var work = () => RunAsync(() => throw new IOException("No space left on device"));

        (await work.ShouldThrowAsync<IOException>()).Message.ShouldBe("No space left on device");
    }

    [Fact]
    public async Task Session_RemovesOnly_WhatAKilledWriteLeft()
    {
        var leftover = $"out/float.json.{Guid.NewGuid():N}.part";
        Directory.CreateDirectory(_folder["out"]);
        _folder.With(leftover, "{").With("out/movie.part", "mine");

        await RunAsync(Done);

        File.Exists(_folder[leftover]).ShouldBeFalse();
        File.Exists(_folder["out/movie.part"]).ShouldBeTrue();
    }

    private Task<StageResult<string>> RunAsync(Func<Task<StageResult<string>>> work) =>
        OutputSession.RunAsync(_folder["out"], work);

    private static Task<StageResult<string>> Done() => Task.FromResult(StageResult.Done("done"));

    private string Text(StageResult<string> result) =>
        result.Diagnostics.Single().ToString().Replace(_folder.Path, "FOLDER", StringComparison.Ordinal);
}
