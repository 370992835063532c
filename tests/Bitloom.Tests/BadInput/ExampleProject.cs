using System.Globalization;

namespace Bitloom.Tests.BadInput;

/// <summary>A project that is in order; a case changes one thing.</summary>
internal static class ExampleProject
{
    public const string Yaml = """
        name: pump
        data:
          file: pump.csv
          time: time
          features: [level, flow]
          targets: [level]
          window: 6
        model:
          dimension: 4
        training:
          epochs: 1
          quantizedEpochs: 1

        """;

    public const string Header = "time,level,flow\n";

    /// <summary>The project of recordings of two classes, in the UCR format.</summary>
    public const string Classes = "task: classification\ndata: {train: gait_TRAIN.tsv, test: gait_TEST.tsv}\n";

    /// <summary>The project that finds labeled anomalies.</summary>
    public const string Anomalies =
        "task: anomalyDetection\ndata: {train: pump.csv, time: time, anomalyColumn: fault, window: 6}\n";

    /// <summary>Rows of the data, an hour apart.</summary>
    public static string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(Row));

    public static string Csv(int rows = 120) => Header + Rows(rows);

    /// <summary>The data with other text in the place of a line; the header is line 1.</summary>
    public static string CsvWithLine(int line, string text)
    {
        var lines = Csv().Split('\n');
        lines[line - 1] = text;
        return string.Join('\n', lines);
    }

    /// <summary>Recordings of two classes: the class, then eight samples.</summary>
    public static string Recordings(int count, string classes = "12") => string.Concat(
        Enumerable.Range(0, count).Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"{classes[row % classes.Length]}\t{string.Join('\t', Enumerable.Range(0, 8).Select(Sample(row)))}\n")));

    public static TemporaryFolder WriteTo(TemporaryFolder folder) =>
        folder.With("project.yaml", Yaml).With("pump.csv", Csv());

    private static Func<int, string> Sample(int row) => sample =>
        Math.Sin((row + sample) / 2.0).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Row(int row) => string.Create(
        CultureInfo.InvariantCulture,
        $"2025-03-{1 + (row / 24):00} {row % 24:00}:00,{Math.Sin(row / 5.0):0.000},{Math.Cos(row / 9.0):0.000}\n");
}
