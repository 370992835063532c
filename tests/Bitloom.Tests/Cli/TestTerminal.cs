using Bitloom.Cli;
using Bitloom.Exploration;
using Bitloom.Pipeline;
using Spectre.Console.Testing;

namespace Bitloom.Tests.Cli;

/// <summary>Runs a command line against a pipeline and keeps what it printed.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly TestConsole _out = new TestConsole().Width(120);
    private readonly TestConsole _error = new TestConsole().Width(120);

    public string Out => _out.Output;

    public string Error => _error.Output;

    public Task<int> RunAsync(IBuildPipeline pipeline, params string[] arguments) =>
        RunAsync(pipeline, new RecordingExplorer(), arguments);

    public Task<int> RunAsync(IBuildPipeline pipeline, IExplorer explorer, params string[] arguments) =>
        new CommandLineApplication(new CommandTerminal(_out, _error), pipeline, explorer)
            .RunAsync(arguments, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }
}
