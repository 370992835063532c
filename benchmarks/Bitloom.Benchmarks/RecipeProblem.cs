using Bitloom.Data;
using Bitloom.Training;

namespace Bitloom.Benchmarks;

/// <summary>A forecast that recipes of quantization are compared on, read in place.</summary>
public sealed record RecipeProblem(
    string Name, int Features, TrainingSet Training, TrainingSet Validation, TrainingSet Test)
{
    // Enough for these encoders, and few enough for some hundred trainings.
    private const int MostWindows = 4000;
    private const int Window = 12;

    private static readonly DataOptions Pems = Options("pems_flow", "pems_flow_train.csv", "5 Minutes",
        ["Lane 1 Flow (Veh/5 Minutes)"], "Lane 1 Flow (Veh/5 Minutes)") with
    { TestFile = "pems_flow_test.csv", Split = new SplitFractions(0.8, 0.2, 0) };

    private static readonly DataOptions Air = Options("air_quality_uci", "AirQuality.csv", "Date",
        ["PT08.S1(CO)", "PT08.S2(NMHC)", "PT08.S3(NOx)", "PT08.S4(NO2)", "PT08.S5(O3)", "T", "RH"], "NO2(GT)") with
    { Time = ["Date", "Time"], Missing = ["-200"] };

    private static readonly DataOptions Ett = Options("ett", "ETTh1.csv", "date",
        ["HUFL", "HULL", "MUFL", "MULL", "LUFL", "LULL", "OT"], "OT") with
    { Split = new SplitFractions(0.6, 0.2, 0.2) };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecipeProblem> All() =>
        [
            Read("PeMS flow", Pems), Read("air quality NO2", Air), Read("ETTh1 OT", Ett),
            Read("PeMS flow from its last value", Pems with { Reference = WindowReference.LastTarget }),
            Read("ETTh1 OT from its last value", Ett with { Reference = WindowReference.LastTarget }),
        ];

    /// <summary>The encoder of width d that is trained on it: 12 rows, one head, one block, hidden width 4 d.</summary>
    public EncoderShape Shape(int dimension) =>
        new(Window, Features, dimension, 1, 1, 4, 1, Normalization.Batch);

    private static RecipeProblem Read(string name, DataOptions options)
    {
        var data = ForecastDataReader.Read(options);
        if (!data.Ok)
            throw new InvalidOperationException(string.Join('\n', data.Diagnostics));
        var value = data.Value;
        return new RecipeProblem(
            name, options.Features.Length, Part(value.Train), Part(value.Validation), Part(value.Test));
    }

    private static TrainingSet Part(WindowedDataset part)
    {
        var count = Math.Min(MostWindows, part.Count);
        var (inputs, targets) = (part.Inputs.Length / part.Count, part.Targets.Length / part.Count);
        var chosen = Enumerable.Range(0, count).Select(i => (int)((long)i * part.Count / count)).ToArray();
        return new TrainingSet(
            [.. chosen.SelectMany(i => part.Inputs[(i * inputs)..((i + 1) * inputs)])],
            [.. chosen.SelectMany(i => part.Targets[(i * targets)..((i + 1) * targets)])],
            count);
    }

    private static DataOptions Options(string folder, string file, string time, string[] features, string target) =>
        new()
        {
            Directory = Path.Combine(SharedData.Folder, folder),
            File = file,
            Time = [time],
            Features = [.. features],
            Targets = [target],
            Window = new WindowSpec(Window),
            Reference = WindowReference.Mean,
        };
}
