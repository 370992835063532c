using Bitloom.Pipeline;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>
/// Shows progress as the console allows: bars with rate and time left on a terminal, plain lines elsewhere, nothing
/// when asked to be quiet.
/// </summary>
public static class ConsoleProgress
{
    /// <summary>Runs the work with a progress to report to, and returns its result.</summary>
    public static async Task<T> RunAsync<T>(IAnsiConsole console, bool quiet, Func<IStageProgress, Task<T>> work)
    {
        if (quiet)
            return await work(new SilentProgress());
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Capabilities.Ansi)
            return await work(new PlainProgress(console, TimeProvider.System));
        var units = new StageUnits();
        return await console.Progress()
            .AutoClear(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RateColumn(units),
                new RemainingTimeColumn())
            .StartAsync(context => work(new LiveProgress(context, units)));
    }
}
