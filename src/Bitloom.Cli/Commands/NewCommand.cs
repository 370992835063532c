using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Projects;

namespace Bitloom.Cli;

/// <summary><c>bitloom new</c>: a project file for data of which nothing is known.</summary>
internal sealed class NewCommand(CommandTerminal terminal, IBuildPipeline pipeline)
{
    private readonly Argument<string> _name = new("NAME")
    {
        Description = "The project's name, and that of its folder; a path may stand before it.",
    };

    private readonly Option<string> _data = new("--data")
    {
        Description = "A CSV file with a header; for classification, a folder of CSV files, or an archive's file.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string[]> _target = new("--target")
    {
        Description = "The column to predict (several with commas); for anomaly detection, that of the labels.",
        HelpName = "COLUMN",
    };

    private readonly Option<string[]> _features = new("--features")
    {
        Description = "The columns that the model reads, with commas. Default: all that hold numbers which vary.",
        HelpName = "COLUMNS",
    };

    private readonly Option<string?> _task = new("--task")
    {
        Description = $"What the model is to do: {string.Join(", ", ProjectReader.Tasks.Select(task => task.Name))}.",
        HelpName = "TASK",
    };

    private readonly Option<string?> _device = new("--device")
    {
        Description = "The FPGA; `bitloom devices` lists those known. Default: xc7s15.",
        HelpName = "DEVICE",
    };

    public static string[] Examples =>
    [
        "bitloom new weather --data seattle-weather.csv",
        "bitloom new pump --data pump.csv --target flow --features pressure,flow --device ice40up5k",
        "bitloom new valve --data valve.csv --task anomalyDetection --target fault",
    ];

    public Command Make()
    {
        var command = new Command("new", "Look at a data file and write a project that can be built.") { _name };
        foreach (var option in (Option[])[_data, _target, _features, _task, _device])
            command.Options.Add(option);
        _task.CompletionSources.Add(_ => ProjectReader.Tasks.Select(task => new CompletionItem(task.Name)));
        _device.CompletionSources.Add(_ => (pipeline.Devices().Value ?? []).Select(
            device => new CompletionItem(device.Name)));
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var task = ReadTask(parsed);
        var draft = ProjectDrafter.Draft(
            new DraftRequest(parsed.GetRequiredValue(_name), parsed.GetRequiredValue(_data))
            {
                Task = task.Value?.Task,
                Targets = Names(parsed.GetValue(_target)),
                Features = Names(parsed.GetValue(_features)),
                Device = parsed.GetValue(_device),
            });
        Diagnostic[] told = [.. task.Diagnostics, .. draft.Diagnostics];
        if (told.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            DiagnosticPrinter.Print(terminal.Error, told);
            return ExitCode.UserFault;
        }

        draft.Value!.Write();
        NewText.Show(terminal.Out, draft.Value);
        DiagnosticPrinter.Print(terminal.Error, told);
        return ExitCode.Done;
    }

    private Checked<NamedTask> ReadTask(ParseResult parsed)
    {
        if (parsed.GetValue(_task) is not { } name)
            return Checked.Success(new NamedTask(null));
        foreach (var (known, task) in ProjectReader.Tasks)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
                return Checked.Success(new NamedTask(task));
        }

        string[] names = [.. ProjectReader.Tasks.Select(task => task.Name)];
        return Checked.Failure<NamedTask>(Diagnostic.Error(
            "CLI010", "--task", $"there is no task '{name}'", $"one of {string.Join(", ", names)}",
            Nearest.To(name, names) is { } near ? $"did you mean '{near}'?" : "choose one of them"));
    }

    private static ImmutableArray<string> Names(string[]? values)
    {
        const StringSplitOptions whole = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        return [.. (values ?? []).SelectMany(value => value.Split(',', whole))];
    }

    /// <summary>The task asked for; null when none was.</summary>
    private sealed record NamedTask(LearningTask? Task);
}
