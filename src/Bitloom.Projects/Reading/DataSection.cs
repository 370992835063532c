using Bitloom.Data;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Reads the section <c>data</c> of a forecasting project.</summary>
internal sealed class DataSection(YamlSection section, string folder)
{
    private const int LongestWindow = 4096;

    public DataOptions Read()
    {
        var (file, testFile) = ReadFiles();
        var options = new DataOptions
        {
            Directory = folder,
            File = file,
            TestFile = testFile,
            Time = section.Texts("time"),
            Features = section.RequiredTexts("features", "the columns that the model reads"),
            Targets = section.RequiredTexts("targets", "the columns that the model predicts"),
            Missing = section.Texts("missing"),
            MissingPolicy = section.Choice("missingPolicy", MissingPolicy.Gap, RecordingKeys.Policies),
            InterpolatedRows = section.Integer("interpolatedRows", 3, 1, 1000),
            Separator = section.Choice("separator", null, RecordingKeys.Separators),
            Decimal = section.Choice("decimal", null, RecordingKeys.Decimals),
            Window = new WindowSpec(
                section.Integer("window", 12, 1, LongestWindow),
                section.Integer("horizon", 1, 1, LongestWindow),
                section.Integer("steps", 1, 1, LongestWindow)),
            Patch = section.Integer("patch", 1, 1, LongestWindow),
            Reference = section.Choice(
                "relativeTo", WindowReference.Automatic,
                [
                    ("auto", WindowReference.Automatic), ("mean", WindowReference.Mean), ("lastTarget", WindowReference.LastTarget),
                    ("lastRow", WindowReference.LastRow),
                ]),
            Split = SplitSection.Read(section.Section("split"), testFile is not null),
        };
        RecordingKeys.ReportRepeats(section, "features", options.Features);
        RecordingKeys.ReportRepeats(section, "targets", options.Targets);
        ReportPatch(options);
        section.Close();
        return options;
    }

    private void ReportPatch(DataOptions options)
    {
        if (options.Window.Window % options.Patch == 0)
            return;
        section.Report("PROJECT013", "patch",
            FormattableString.Invariant($"{options.Window.Window} rows of a window in tokens of {options.Patch}"),
            "whole tokens: data.patch divides data.window", "change one of the two");
    }

    private (string File, string? TestFile) ReadFiles()
    {
        var file = section.Text("file");
        var files = section.Section("files");
        var train = files.Text("train");
        var test = files.Text("test");
        var complete = train is not null && test is not null;
        if (file is null == !complete || (file is not null && section.Has("files")))
        {
            section.Report("PROJECT007", file is null ? "files" : "file",
                file is null ? "data names no complete set of files" : "data names both 'file' and 'files'",
                "either data.file, or data.files with both train and test",
                file is not null ? "keep one of the two"
                    : section.Has("files") ? "name both files"
                    : "name the CSV file in data.file");
        }

        files.Close();
        return (file ?? train ?? "", file is null ? test : null);
    }
}
