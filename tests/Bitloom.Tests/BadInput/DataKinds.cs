using static Bitloom.Tests.BadInput.BadInputCase;
using static Bitloom.Tests.BadInput.ExampleProject;

namespace Bitloom.Tests.BadInput;

/// <summary>Data that can be read, but of which nothing can be learnt as the project asks.</summary>
internal static class DataKinds
{
    private const string Arrays = "task: classification\ndata: {train: gait.csv}\n";

    public static BadInputHeading Heading { get; } = new(
        "data", "Data", "The files can be read, but what the project asks for cannot be learnt from them.",
    [
        new("The window is longer than the series", "check FOLDER --set data.window=500"),
        new("Gaps leave no window", "check FOLDER")
        {
            Given = "Every third cell of `flow` is empty.",
            Make = File("pump.csv", Header + string.Concat(Enumerable.Range(0, 48).Select(
                row => $"2025-03-{1 + (row / 24):00} {row % 24:00}:00,{row % 5},{(row % 3 == 2 ? "" : row % 7)}\n"))),
        },
        new("A column never changes", "check FOLDER")
        {
            Given = "`flow` is 7 in every row.",
            Make = File("pump.csv", Header + string.Concat(Enumerable.Range(0, 120).Select(
                row => $"2025-03-{1 + (row / 24):00} {row % 24:00}:00,{row % 5},7\n"))),
        },
        new("What is predicted never changes", "check FOLDER")
        {
            Given = "`level` is 7 in every row.",
            Make = File("pump.csv", Header + string.Concat(Enumerable.Range(0, 120).Select(
                row => $"2025-03-{1 + (row / 24):00} {row % 24:00}:00,7,{row % 5}\n"))),
        },
        new("The parts are more than the whole", "check FOLDER --set data.split.train=0.8"),
        new("A column is named twice", "check FOLDER --set data.features=[level,level]"),
        new(
            "`new` is asked for columns of text",
            "new FOLDER/drain --data FOLDER/pump.csv --target state --features time")
        {
            Given = "`pump.csv` has a column `state` of texts.",
            Make = File("pump.csv", "time,level,state\n" + string.Concat(Enumerable.Range(0, 120).Select(
                row => $"2025-03-{1 + (row / 24):00} {row % 24:00}:00,{row % 5},{(row % 2 == 0 ? "on" : "off")}\n"))),
        },
        new("Too few rows for `new`", "new FOLDER/drain --data FOLDER/pump.csv")
        {
            Given = "`pump.csv` has 12 rows.",
            Make = File("pump.csv", Csv(12)),
        },
        new("`new` is asked to classify one table", "new FOLDER/drain --data FOLDER/pump.csv --task classification"),
        new("There is one class", "check FOLDER")
        {
            Given = "Every example of `gait_TRAIN.tsv` and `gait_TEST.tsv` is of class 1.",
            Make = folder => folder.With("project.yaml", Classes)
                .With("gait_TRAIN.tsv", Recordings(20, "1")).With("gait_TEST.tsv", Recordings(20, "1")),
        },
        new("The test part has a class that is not learnt", "check FOLDER")
        {
            Given = "`gait_TEST.tsv` has examples of class 3, `gait_TRAIN.tsv` has none.",
            Make = folder => folder.With("project.yaml", Classes)
                .With("gait_TRAIN.tsv", Recordings(20)).With("gait_TEST.tsv", Recordings(20, "123")),
        },
        new("Examples differ in length", "check FOLDER")
        {
            Given = "Example 2 of `gait_TRAIN.tsv` has three samples, the others eight.",
            Make = folder => folder.With("project.yaml", Classes)
                .With("gait_TRAIN.tsv", Recordings(1) + "2\t0.1\t0.2\t0.3\n" + Recordings(20))
                .With("gait_TEST.tsv", Recordings(20)),
        },
        new("Classes are asked of a CSV file", "check FOLDER")
        {
            Given = "`project.yaml` asks for `classification` of one CSV file.",
            Make = folder => folder.With("project.yaml", Arrays).With("gait.csv", Csv()),
        },
        new("The labels of anomalies are neither 0 nor 1", "check FOLDER")
        {
            Given = "The column `fault` of `pump.csv` has 2 in line 40.",
            Make = folder => folder.With("project.yaml", Anomalies)
                .With("pump.csv", Faults(row => row == 38 ? "2" : "0")),
        },
        new("The labels of anomalies are words", "check FOLDER")
        {
            Given = "The column `fault` of `pump.csv` is `ok` or `bad`.",
            Make = folder => folder.With("project.yaml", Anomalies)
                .With("pump.csv", Faults(row => row % 40 == 38 ? "bad" : "ok")),
        },
        new("No row is labeled anomalous", "check FOLDER")
        {
            Given = "The column `fault` of `pump.csv` is 0 throughout.",
            Make = folder => folder.With("project.yaml", Anomalies).With("pump.csv", Faults(_ => "0")),
        },
        new("Nothing says what is anomalous", "check FOLDER")
        {
            Given = "`project.yaml` asks for `anomalyDetection`, without saying where labels are.",
            Make = folder => folder
                .With("project.yaml", Anomalies.Replace(", anomalyColumn: fault", "", StringComparison.Ordinal))
               .With("pump.csv", Faults(_ => "0")),
        },
    ]);

    private static string Faults(Func<int, string> label) => "time,level,fault\n" + string.Concat(
        Enumerable.Range(0, 240).Select(
            row => $"2025-03-{1 + (row / 24):00} {row % 24:00}:00,{row % 5},{label(row)}\n"));
}
