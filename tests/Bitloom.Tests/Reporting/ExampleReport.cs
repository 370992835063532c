using Bitloom.Reporting;

namespace Bitloom.Tests.Reporting;

/// <summary>A small, complete report with invented numbers; tests change what they are about.</summary>
internal static class ExampleReport
{
    public static Report Minimal { get; } = new()
    {
        Project = new ProjectSection("air <quality>", 42, "xc7s15"),
        Tool = new ToolEntry("Bitloom", "0.1.0"),
    };

    public static Report Full { get; } = Minimal with
    {
        Data = new DataSection("air \"raw\" & more.csv", 9357, ["co", "no2"], ["co"], 24, 6000, 1500, 1500)
        {
            Task = "forecasting",
        },
        Model = new ModelSection(24, 2, 16, 2, 1, 64, 1, 3361, "w8a8"),
        Training = new TrainingSection(40, 33, 0.01254, 0.0213, 10)
        {
            History =
            [
                new EpochEntry("float", 1, 0.9, 0.7), new EpochEntry("float", 33, 0.01254, 0.0213),
                new EpochEntry("quantized", 0, null, 0.03), new EpochEntry("quantized", 1, 0.02, 0.0225),
            ],
        },
        Accuracy = new AccuracySection(
            "RMSE", HigherIsBetter: false, 0.91, 0.412, 0.414, 0.4151, 0.4032, 16, 0.4032)
        {
            Baselines = [new MetricEntry("last value", 0.91), new MetricEntry("ridge regression", 0.44)],
            Details = [new MetricEntry("MAE", 0.31), new MetricEntry("R2", 0.83)],
            Runs =
            [
                new RunEntry(42, 0.0213, 0.412, 0.4151, true), new RunEntry(43, 0.0222, 0.42, 0.425, false),
            ],
        },
        Forecast = new ForecastSection(
            0.9, [new ForecastSeries("co", -0.5, 0.75, 0.875, [7857, 7858, 7859], [1, 2, 4], [1.5, 2.25, 3])
            {
                Times = ["2005-01-31 17:00", "2005-01-31 18:00", "2005-01-31 19:00"],
            }]),
        Agreement =
        [
            new AgreementEntry("interpreter", "engine simulator", 36000, 0),
            new AgreementEntry("interpreter", "RTL", 36000, 0),
        ],
        Cycles = new CyclesSection(2345, 2345, 100) { Array = 1970, Reach = new(109.4, 0.126) },
        Engine = new EngineSection(
            8, 4, 2,
            [
                new CellEntry("two in a DSP slice", 24, 12, "sums of 15 bits fit"),
                new CellEntry("LUTs", 8, 0, "no slice is left"),
            ]),
        Program =
        [
            new InstructionEntry(0, "MATMUL", "embedding", 72, 0, 0.667) { Start = 50, End = 122, Busy = 48, Tiles = 2 },
            new InstructionEntry(1, "SOFTMAX", "layer0.probabilities", 830, 4, null) { Start = 126, End = 952, Tiles = 1 },
            new InstructionEntry(2, "END", "output", 9, 9, null) { Start = 961, End = 2345 },
        ],
        Memories =
        [
            new MemoryEntry("bank0", 96, 64, 88, "distributed", 0, 176),
            new MemoryEntry("weight", 512, 32, 431, "split", 0.5, 31),
        ],
        MemoryMap =
        [
            new MemoryUseEntry("bank0", "embedding", 0, 88, 50, 2345),
            new MemoryUseEntry("weight", "embedding.weight", 0, 431, 0, 2345),
        ],
        Savings = [new SavingEntry("weights of 4 bits", 0.5, 31)],
        Resources = new ResourceSection(
            "xc7s15", 3120, 420, 2890, 6.5, 18, "synthesis by Yosys 0.23",
            new ResourceBudget(8000, 2400, 16000, 10, 36, 20))
        {
            Estimate = new(3075, 420, 2897, 6.5, 18, 0.06, 0.015),
        },
        Host = new HostSection(
            new(0.0312, 3, -128, 127, [new("flow", 61.5, 40.25, FromLastValue: false)]),
            new(0.0156, -7, -128, 127, [new("flow", 0, 11.5, FromLastValue: true)])),
        Routing = new RoutingSection(
            "icebreaker", 24, 30.54, 1, new(4627, 5280), new(16, 30), new(0, 4), new(8, 8), "hardware/ice40_board.bin",
            104090, "nextpnr-ice40"),
        Power = new PowerSection(
            100, 31, 52.5, 83.5, 14.2, 61.25, 0.00195,
            [new("clock", 12.5, 12.5, 3.1), new("logic", 40, 17.75, 13.5)],
            new(2345, 510, 320, 150, 6.5, 12, 0, "counted in one window, synthesized netlist in Verilator"),
            new(256, 120, 80, 20, 6.5, 0, 0, "counted in idle cycles, synthesized netlist in Verilator"),
            new(
                1, "powerOff", 0.193, 0.382, 0.0163, 11.85, 1000, 3,
                [
                    new("idle", true, 61.25, 61.25, 48.98), new("clockGated", true, 31.0012, 31.0012, 96.77),
                    new("powerOff", true, 11.852, 11.852, 253.1),
                ]),
            [
                new("static", 31, "mW", 0.1, false, "arXiv <2407.11041>"),
                new("lutToggle", 0.264, "pJ", 0.7, true, "a report of the vendor's estimator"),
            ]),
        ErrorBounds = [new ErrorBoundEntry("embedding", 0.531, 0.625)],
        QuantizationErrors =
        [
            new QuantizationErrorEntry("embedding", 8, 0.31, 1.5), new QuantizationErrorEntry("output", 8, 0.62, 3.25),
        ],
        Tools = [new ToolEntry("GHDL", "2.0.0"), new ToolEntry("Yosys", "0.23")],
    };

    public static Report Classes { get; } = Full with
    {
        Data = Full.Data! with { Task = "classification", Targets = ["walk & run", "sit"] },
        Forecast = null,
        Classification = new ClassificationSection(
            [new ClassEntry("walk & run", 20, 0.95, 0.9, 0.92), new ClassEntry("sit", 10, 0.8, 0.9, 0.85)],
            [[18, 2], [1, 9]]),
    };

    public static Report Anomalies { get; } = Full with
    {
        Data = Full.Data! with { Task = "anomalyDetection", Targets = ["co", "no2"] },
        Forecast = null,
        Detection = new DetectionSection(1.5, 8, 4, [0.5, 0.75, 2.5, 2, 0.5], [new PointRange(2, 4)]),
    };
}
