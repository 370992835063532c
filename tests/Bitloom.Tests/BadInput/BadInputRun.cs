using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Bitloom.Cli;
using Bitloom.Exploration;
using Bitloom.Pipeline;
using Bitloom.Tests.Toolchain;

namespace Bitloom.Tests.BadInput;

/// <summary>Runs the program on a case as its user does, and keeps all that it prints.</summary>
internal static partial class BadInputRun
{
    public static async Task<(int Code, string Text)> OfAsync(BadInputCase input, CancellationToken cancellation)
    {
        using var folder = ExampleProject.WriteTo(new TemporaryFolder());
        input.Make(folder);
        string[] line = [.. CommandLineParser.SplitCommandLine(input.Line)
            .Select(word => word.Replace("FOLDER", folder.Path, StringComparison.Ordinal))];
        var (code, text) = input.Environment.IsEmpty
            ? await InProcessAsync(input, folder, line, cancellation)
            : await CommandProcess.RunAsync(line, input.Environment, cancellation);
        return (code, Masked(text.Replace(folder.Path, "FOLDER", StringComparison.Ordinal)));
    }

    private static async Task<(int Code, string Text)> InProcessAsync(
        BadInputCase input, TemporaryFolder folder, string[] line, CancellationToken cancellation)
    {
        var tools = input.Tools is null ? FakeTools.Present : await input.Tools(folder);
        using var held = input.Meanwhile?.Invoke(folder);
        using var output = new StringWriter();
        var console = CommandTerminal.Make(output, redirected: true);
        tools = tools with { SimulatorFolder = tools.SimulatorFolder ?? folder["simulators"] };
        var code = await new CommandLineApplication(
            new CommandTerminal(console, console), new BuildPipeline(tools), new Explorer(tools))
            .RunAsync(line, cancellation);
        return (code, output.ToString());
    }

    private static string Masked(string text) => ProcessNumber().Replace(text, "the process 4711");

    [GeneratedRegex(@"the process \d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProcessNumber();
}
