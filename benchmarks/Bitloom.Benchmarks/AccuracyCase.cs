using Bitloom.Data;
using Bitloom.Training;

namespace Bitloom.Benchmarks;

/// <summary>
/// A public data set with the encoder that is trained on it; several files are several models, whose metric is averaged.
/// </summary>
/// <param name="Name">Of the data set.</param>
/// <param name="Data">What is read, a model each.</param>
/// <param name="Dimension">d.</param>
/// <param name="Epochs">In floating point; half as many with quantization.</param>
/// <param name="Batch">Windows a step.</param>
public sealed record AccuracyCase(
    string Name, IReadOnlyList<ITaskOptions> Data, int Dimension, int Epochs, int Batch)
{
    private static readonly string[] Pollution =
        ["PT08.S1(CO)", "PT08.S2(NMHC)", "PT08.S3(NOx)", "PT08.S4(NO2)", "PT08.S5(O3)", "T", "RH"];

    private static readonly string[] Sensors =
    [
        "Accelerometer1RMS", "Accelerometer2RMS", "Current", "Pressure", "Temperature", "Thermocouple", "Voltage",
        "Volume Flow RateRMS",
    ];

    private static readonly string[] Causes =
    [
        "ambient_temperature_system_failure", "cpu_utilization_asg_misconfiguration",
        "ec2_request_latency_system_failure", "machine_temperature_system_failure", "nyc_taxi",
        "rogue_agent_key_hold",
    ];

    private readonly Lazy<ITaskData> _first = new(() => TaskDataReader.Read(Data[0]).Value!);

    /// <summary>The data of the first model, read once.</summary>
    public ITaskData FirstData => _first.Value;

    /// <summary>All data sets.</summary>
    public static IReadOnlyList<AccuracyCase> All { get; } =
    [
        new("pems_flow", [Pems], 16, 60, 64),
        new("air_quality_uci, NO2", [Air], 16, 60, 64),
        new("ETTh1, OT, 96 to 24", [Ett], 16, 20, 64),
        Ucr("GunPoint", average: 1, patch: 5),
        Ucr("ECG200", average: 4),
        Ucr("ItalyPowerDemand", average: 1),
        Ucr("SyntheticControl", average: 2),
        new("BasicMotions", [Motions], 16, 200, 8),
        new("arem_har", [Activities], 16, 60, 32),
        new("skab", [Valves], 4, 30, 64),
        new("nab/realKnownCause", [.. Causes.Select(Known)], 8, 20, 64),
    ];

    /// <summary>The encoder for data that have been read: one head, one block, hidden width 4 d.</summary>
    public EncoderShape Shape(ITaskData data) => new(
        data.TrainingWindows.Window, data.TrainingWindows.Features, Dimension, 1, 1, 4, data.TrainingWindows.Outputs,
        Normalization.Batch);

    private static DataOptions Pems => new()
    {
        Directory = Folder("pems_flow"),
        File = "pems_flow_train.csv",
        TestFile = "pems_flow_test.csv",
        Time = ["5 Minutes"],
        Features = ["Lane 1 Flow (Veh/5 Minutes)"],
        Targets = ["Lane 1 Flow (Veh/5 Minutes)"],
        Window = new WindowSpec(12),
        Split = new SplitFractions(0.8, 0.2, 0),
    };

    private static DataOptions Air => new()
    {
        Directory = Folder("air_quality_uci"),
        File = "AirQuality.csv",
        Time = ["Date", "Time"],
        Missing = ["-200"],
        Features = [.. Pollution],
        Targets = ["NO2(GT)"],
        Window = new WindowSpec(12),
    };

    // The usual parts are 12, 4 and 4 months of 30 days; the rows after them are not used.
    private static DataOptions Ett => new()
    {
        Directory = FirstRows(Path.Combine(Folder("ett"), "ETTh1.csv"), 20 * 30 * 24),
        File = "ETTh1.csv",
        Time = ["date"],
        Features = ["OT"],
        Patch = 8,
        Reference = WindowReference.LastRow,
        Targets = ["OT"],
        Window = new WindowSpec(96, 1, 24),
        Split = new SplitFractions(0.6, 0.2, 0.2),
    };

    private static ClassificationOptions Motions => Archive(
        "uea_basic_motions", "BasicMotions_TRAIN.ts", "BasicMotions_TEST.ts", average: 5);

    private static ClassificationOptions Activities => new()
    {
        Reading = new RecordingOptions
        {
            Directory = Folder("arem_har"),
            Features = ["avg_rss12", "var_rss12", "avg_rss13", "var_rss13", "avg_rss23", "var_rss23"],
            Exclude = ["bending2/dataset4.csv"],
        },
        Train = ".",
        Average = 5,
        Window = 24,
        Stride = 12,
    };

    // As the benchmark's own notebooks: about the first 400 rows of each recording, which are normal, to learn from.
    private static AnomalyOptions Valves => new()
    {
        Reading = new RecordingOptions
        {
            Directory = Folder("skab"),
            Time = ["datetime"],
            Features = [.. Sensors],
            AnomalyColumn = "anomaly",
            BreakAtGaps = false,
        },
        Train = ["data/valve1", "data/valve2", "data/other"],
        Method = AnomalyMethod.Reconstruction,
        Scaling = AnomalyScaling.EachRecording,
        Window = new WindowSpec(12),
        Split = new SplitFractions(0.27, 0.08, 0.65),
    };

    private static AccuracyCase Ucr(string name, int average, int patch = 1) => new(
        name, [Archive($"ucr2018/{name}", $"{name}_TRAIN.tsv", $"{name}_TEST.tsv", average, patch)], 16, 300, 16);

    private static ClassificationOptions Archive(
        string folder, string train, string test, int average, int patch = 1) => new()
    {
        Reading = new RecordingOptions { Directory = Folder(folder) },
        Train = train,
        Test = test,
        Average = average,
        Patch = patch,
        Split = new SplitFractions(0.8, 0.2, 0),
    };

    // rogue_agent_key_updown has no anomaly in its last rows. An anomaly there takes hours: 32 rows are 2.7.
    private static AnomalyOptions Known(string file) => new()
    {
        Reading = new RecordingOptions
        {
            Directory = Folder("nab"),
            Time = ["timestamp"],
            AnomalyWindows = "labels/combined_windows.json",
            BreakAtGaps = false,
        },
        Train = [$"data/realKnownCause/{file}.csv"],
        Window = new WindowSpec(12),
        Split = new SplitFractions(0.4, 0.2, 0.4),
        Decision = new AnomalyDecision(Smoothing: 32),
    };

    private static string Folder(string name) => Path.Combine(SharedData.Folder, name);

    private static string FirstRows(string file, int rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "bitloom-first-rows")).FullName;
        var copy = Path.Combine(folder, Path.GetFileName(file));
        File.WriteAllLines(copy, File.ReadLines(file).Take(rows + 1));
        return folder;
    }
}
