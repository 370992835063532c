using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>
/// Shows progress as the console allows: bars with rate and time left on a terminal, plain lines elsewhere, nothing
/// when asked to be quiet; lines for every step when asked to be verbose.
/// </summary>
public static class ConsoleProgress
{
    /// <summary>As the other, for work that can be stopped: its result is then <paramref name="stopped"/>.</summary>
    public static async Task<T> RunAsync<T>(
        IAnsiConsole console, Verbosity verbosity, Func<IStageProgress, Task<T>> work, T stopped,
        CancellationToken cancellation)
    {
        return await RunAsync(console, verbosity, StoppedAsync);

        async Task<T> StoppedAsync(IStageProgress progress)
        {
            try
            {
                return await work(progress);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return stopped;
            }
        }
    }

    /// <summary>Runs the work with a progress to report to, and returns its result.</summary>
    public static async Task<T> RunAsync<T>(
        IAnsiConsole console, Verbosity verbosity, Func<IStageProgress, Task<T>> work)
    {
        if (verbosity == Verbosity.Quiet)
            return await work(new SilentProgress());
        var animated = console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi;
        if (verbosity == Verbosity.Verbose || !animated)
            return await work(new PlainProgress(console, TimeProvider.System, verbosity == Verbosity.Verbose));
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
