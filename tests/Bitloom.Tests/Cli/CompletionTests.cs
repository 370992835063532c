using Bitloom.Pipeline;
using Bitloom.Reporting;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Cli;

public sealed class CompletionTests : IDisposable
{
    private static readonly RecordingPipeline Pipeline = new(new(BuildOutcome.Verified, [], null, null))
    {
        Known =
        [
            new DeviceRow("ice40up5k", "", new ResourceBudget(1, 1, 1, 1, 1, 1)),
            new DeviceRow("xc7s15", "", new ResourceBudget(1, 1, 1, 1, 1, 1)),
        ],
    };

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("bitloom s", "schema simulate studio synthesize")]
    [InlineData("./bitloom b", "build")]
    [InlineData("bitloom build --se", "--set --settings")]
    [InlineData("bitloom build p.yaml --q", "--quiet")]
    [InlineData("bitloom build ", "")]
    [InlineData("bitloom new x --device ", "ice40up5k xc7s15")]
    [InlineData("bitloom new x --task c", "classification")]
    [InlineData("bitloom check p --set engine.c", "engine.clock= engine.columns=")]
    [InlineData("bitloom completion ", "bash fish powershell zsh")]
    [InlineData("bitloom --v", "--version")]
    [InlineData("bitloom", "")]
    [InlineData("", "")]
    public async Task Directive_SuggestsWhatCanStandThere(string line, string expected)
    {
        var code = await _terminal.RunAsync(Pipeline, $"[suggest:{line.Length}]", line);

        code.ShouldBe(0);
        _terminal.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("[suggest:9]", "bitloom tr --quiet", "train")]
    [InlineData("[suggest]", "bitloom dev", "devices")]
    [InlineData("[suggest:999]", "bitloom dev", "devices")]
    public async Task Directive_LooksAtWhatStandsBeforeTheCursor(string directive, string line, string expected)
    {
        await _terminal.RunAsync(Pipeline, directive, line);

        _terminal.Out.ShouldBe(expected + "\n");
    }

    [Theory]
    [InlineData("bash", "complete -o default -o bashdefault -F _bitloom bitloom ./bitloom\n")]
    [InlineData("zsh", "#compdef bitloom\n")]
    [InlineData("fish", "complete -c bitloom -a '(__bitloom_suggest)'\n")]
    [InlineData("powershell", "Register-ArgumentCompleter -Native -CommandName bitloom")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName bitloom")]
    public async Task Completion_PrintsTheScriptOfAShell(string shell, string expected)
    {
        var code = await _terminal.RunAsync(Pipeline, "completion", shell);

        code.ShouldBe(0);
        _terminal.Out.ShouldContain(expected);
        _terminal.Out.ShouldContain("[suggest:");
    }

    [Fact]
    public async Task Completion_RefusesAShellThatItDoesNotKnow()
    {
        var code = await _terminal.RunAsync(Pipeline, "completion", "bsh");

        code.ShouldBe(1);
        _terminal.Error.ShouldBe("""
            error CLI011 at SHELL: there is no completion for 'bsh'
              expected: one of bash, zsh, fish, powershell
              remedy:   did you mean 'bash'?

            """);
    }

    // A stand-in for the program answers as Directive_SuggestsWhatCanStandThere says that it does.
    [Theory]
    [InlineData("./bitloom ch", "check")]
    [InlineData("./bitloom s", "schema simulate studio synthesize")]
    [InlineData("./bitloom check p --set engine.c", "engine.clock= engine.columns=")]
    public async Task BashScript_CompletesInBash(string line, string expected)
    {
        using var folder = new TemporaryFolder();
        await _terminal.RunAsync(Pipeline, "completion", "bash");
        using var answer = new TestTerminal();
        await answer.RunAsync(Pipeline, $"[suggest:{line.Length}]", line);
        folder.With("completion", _terminal.Out).With("answer", answer.Out).With("bitloom",
            $"#!/bin/sh\n[ \"$1\" = '[suggest:{line.Length}]' ] && [ \"$2\" = '{line}' ] && cat answer\n");
        const string Script = """
            chmod +x bitloom; source ./completion; compopt() { :; }
            COMP_LINE=$1; COMP_POINT=${#1}; read -ra COMP_WORDS <<< "$1"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _bitloom; echo "${COMPREPLY[@]}"
            """;

        var ended = await ProcessRunner.RunAsync(
            new("bash", ["-c", Script, "bash", line]) { WorkingFolder = folder.Path }, TestContext.Current.CancellationToken);

        ended.LastLines.ShouldBe([expected]);
    }
}
