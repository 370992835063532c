using Bitloom.Data;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Reads the section <c>data</c>.</summary>
internal sealed class DataSection(YamlSection section, string folder)
{
    private const int LongestWindow = 4096;

    private static readonly (string, MissingPolicy)[] Policies =
        [("gap", MissingPolicy.Gap), ("interpolate", MissingPolicy.Interpolate)];

    private static readonly (string, char?)[] Separators =
        [(",", ','), (";", ';'), ("tab", '\t'), ("|", '|')];

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
            MissingPolicy = section.Choice("missingPolicy", MissingPolicy.Gap, Policies),
            InterpolatedRows = section.Integer("interpolatedRows", 3, 1, 1000),
            Separator = section.Choice("separator", null, Separators),
            Decimal = section.Choice<char?>("decimal", null, [(".", '.'), (",", ',')]),
            Window = new WindowSpec(
                section.Integer("window", 12, 1, LongestWindow),
                section.Integer("horizon", 1, 1, LongestWindow),
                section.Integer("steps", 1, 1, LongestWindow)),
            Split = ReadSplit(section.Section("split"), testFile is not null),
        };
        ReportRepeats("features", options.Features);
        ReportRepeats("targets", options.Targets);
        section.Close();
        return options;
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
                "either data.file, or data.files with both train and test", "keep one of the two");
        }

        files.Close();
        return (file ?? train ?? "", file is null ? test : null);
    }

    private static SplitFractions ReadSplit(YamlSection split, bool hasTestFile)
    {
        var fallback = hasTestFile ? new SplitFractions(0.8, 0.2, 0) : SplitFractions.Default;
        var fractions = new SplitFractions(
            split.Number("train", fallback.Train, 0.01, 1),
            split.Number("validation", fallback.Validation, 0.01, 1),
            split.Number("test", fallback.Test, hasTestFile ? 0 : 0.01, hasTestFile ? 0 : 1));
        var sum = fractions.Train + fractions.Validation + fractions.Test;
        if (Math.Abs(sum - 1) > 1e-6)
        {
            var key = split.Has("train") ? "train" : split.Has("validation") ? "validation" : "test";
            var parts = FormattableString.Invariant(
                $"train {fractions.Train}, validation {fractions.Validation}, test {fractions.Test}");
            split.Report("PROJECT008", key, FormattableString.Invariant($"data.split sums to {sum:0.######}: {parts}"),
                "fractions that sum to 1", hasTestFile ? "change train or validation" : "change one of the three");
        }

        return fractions;
    }

    private void ReportRepeats(string key, IEnumerable<string> names)
    {
        foreach (var (name, count) in names.CountBy(name => name, StringComparer.Ordinal).Where(pair => pair.Value > 1))
        {
            section.Report("PROJECT009", key, FormattableString.Invariant($"data.{key} names '{name}' {count} times"),
                "each column once", "remove the repetition");
        }
    }
}
