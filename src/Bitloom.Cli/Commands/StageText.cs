using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>What a stage led to, where its files are, and which command goes on.</summary>
internal static class StageText
{
    public static void Show(
        IAnsiConsole console, PartialResult result, BuildRequest request, BuildStage stage, bool quiet)
    {
        if (result.OutputFolder is not { } folder)
            return;
        var width = result.Facts.Select(fact => fact.Name.Length).DefaultIfEmpty(0).Max() + 1;
        foreach (var fact in quiet ? [] : result.Facts)
            CommandTerminal.Line(console, $"{(fact.Name + ":").PadRight(width)} {fact.Text}");
        foreach (var file in result.Files)
            CommandTerminal.Line(console, $"Written: {Path.Combine(folder, file)}");
        if (!quiet)
            CommandTerminal.Line(console, $"Next: {CommandLineText.Build(request, Next(stage))}");
    }

    private static string Next(BuildStage stage) => stage switch
    {
        BuildStage.Train => StageCommand.NameOf(BuildStage.Quantize),
        BuildStage.Quantize => StageCommand.NameOf(BuildStage.Compile),
        BuildStage.Compile => "simulate",
        BuildStage.Synthesize => BuildCommand.Report,
    };
}
