using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bitloom.Data;
using Bitloom.Estimation;
using Bitloom.Quantization;
using Bitloom.Reporting;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>Everything that the stages found, in the report's terms.</summary>
internal static class ReportStage
{
    public static Report Make(
        BuildInputs inputs, TrainedModel trained, IntegerModel model, CompiledModel compiled, VerifiedModel verified,
        SynthesizedModel? synthesized, RoutedModel? routed = null, MeasuredActivity? activity = null)
    {
        var predict = Remembered(new HardwareExactForward(model.Encoder));
        return new Report
        {
            Project = Project(inputs),
            Tool = Tool,
            Data = Data(inputs),
            Model = Model(inputs),
            Training = TrainingReport.Of(trained.Epochs),
            Accuracy = Accuracy(inputs, trained, model, verified, predict),
            Forecast = inputs.Data is ForecastData forecast ? ForecastReport.Of(forecast, predict) : null,
            Classification = inputs.Data is ClassificationData classes
                ? ClassificationReport.Of(classes, predict(classes.Test.Windows))
                : null,
            Detection = inputs.Data is AnomalyData anomalies ? DetectionReport.Of(anomalies, predict) : null,
            Agreement = Agreement(verified.Rungs),
            Cycles = Cycles(inputs, compiled, verified.SimulatedCycles),
            Engine = EngineReport.Of(compiled.Program.Parameters),
            Program = ProgramReport.Instructions(compiled.Program),
            MemoryMap = ProgramReport.MemoryMap(compiled.Program),
            Savings = SavingsReport.Of(compiled, inputs.Project.Engine),
            Memories = MemorySection.Of(compiled, inputs.Project.Engine.Device.MemoryFamily()),
            Host = HostReport.Of(inputs.Data, model.Encoder.Input, model.Encoder.Output),
            Resources = synthesized is null ? null : Resources(inputs, compiled, synthesized),
            Power = synthesized is null
                ? null
                : PowerReport.Of(inputs, synthesized.Counts, activity, compiled.Program.Schedule.Cycles),
            Routing = routed is null ? null : Routing(inputs, routed),
            ErrorBounds = [.. model.Encoder.Products.Select(product =>
                new ErrorBoundEntry(product.Output.Name, product.Bound, 0.5 + ErrorBound.ConstantsLimit))],
            QuantizationErrors = QuantizationReport.Of(
                trained.FakeQuantized, model.Encoder, inputs.Data.TestWindows.Inputs),
            Tools = Tools(inputs),
        };
    }

    /// <summary>This program.</summary>
    public static ToolEntry Tool { get; } =
        new("bitloom", typeof(ReportStage).Assembly.GetName().Version!.ToString(3));

    public static ProjectSection Project(BuildInputs inputs) =>
        new(inputs.Project.Name, inputs.Project.Training.Seed, inputs.Project.Engine.Device.Name);

    public static ImmutableArray<AgreementEntry> Agreement(IEnumerable<RungResult> rungs) =>
        [.. rungs.Select(rung => new AgreementEntry(rung.From, rung.To, rung.Compared, rung.Differences))];

    public static ImmutableArray<ToolEntry> Tools(BuildInputs inputs) =>
        [.. inputs.Tools.Select(tool => new ToolEntry(tool.Tool.Name, tool.Version ?? "not installed"))];

    public static CyclesSection Cycles(BuildInputs inputs, CompiledModel compiled, ImmutableArray<long> simulated)
    {
        var predicted = compiled.Program.Schedule.Cycles;
        var different = simulated.FirstOrDefault(cycles => cycles != predicted, predicted);
        return new(predicted, simulated.IsEmpty ? null : different, inputs.Project.Engine.Clock)
        {
            Array = compiled.Program.ArrayCycles,
            Reach = EstimateStage.ReachOf(compiled, inputs.Project.Engine),
        };
    }

    private static Reporting.DataSection Data(BuildInputs inputs)
    {
        var data = inputs.Data;
        return new(
            inputs.Project.Data.Source, data.Rows, data.Measured, data.Predicted, data.TrainingWindows.Window,
            data.TrainingWindows.Count, data.ValidationWindows.Count, data.TestWindows.Count)
        {
            Task = JsonNamingPolicy.CamelCase.ConvertName(data.Task.ToString()),
        };
    }

    private static Reporting.ModelSection Model(BuildInputs inputs)
    {
        var shape = inputs.Project.ShapeFor(inputs.Data);
        var quantization = inputs.Project.Quantization;
        var precision = quantization.Tensors.IsEmpty ? "uniform" : "per tensor, otherwise";
        return new(
            shape.Window, shape.Features, shape.Dimension, shape.Heads, shape.Layers, shape.HiddenDimension,
            shape.Outputs,
            new EncoderModel(shape, 1).ParameterCount,
            string.Create(CultureInfo.InvariantCulture, $"{precision} {quantization.Bits} bit"));
    }

    private static AccuracySection Accuracy(
        BuildInputs inputs, TrainedModel trained, IntegerModel model, VerifiedModel verified,
        Func<WindowedDataset, float[]> predict)
    {
        var data = inputs.Data;
        var rtl = RtlAccuracy.Of(data, model.Encoder.Output, verified, predict(data.TestWindows));
        var baselines = data.Baselines();
        return new(
            data.Metric, data.HigherIsBetter, baselines[0].Value,
            data.Score(part => trained.Float.PredictFloat(part.Inputs)),
            data.Score(part => trained.FakeQuantized.PredictFakeQuantized(part.Inputs)),
            data.Score(predict), rtl?.Hardware, rtl?.Windows, rtl?.IntegerModel)
        {
            Baselines = [.. baselines.Select(Entry)],
            Details = [.. data.Details(predict).Select(Entry)],
            Runs = Runs(inputs, trained),
        };

        static MetricEntry Entry(NamedScore score) => new(score.Name, score.Value);
    }

    // Several sections ask for the same part.
    private static Func<WindowedDataset, float[]> Remembered(HardwareExactForward exact)
    {
        var predictions = new Dictionary<WindowedDataset, float[]>(ReferenceEqualityComparer.Instance);
        return part => predictions.TryGetValue(part, out var known)
            ? known
            : predictions[part] = exact.Predict(part.Inputs);
    }

    private static ImmutableArray<RunEntry> Runs(BuildInputs inputs, TrainedModel trained)
    {
        if (trained.Runs.Length < 2)
            return [];
        var options = QuantizeStage.OptionsOf(inputs.Project);
        return [.. trained.Runs.Select(run => new RunEntry(
            run.Run.Seed, run.ValidationLoss,
            inputs.Data.Score(part => run.Float.PredictFloat(part.Inputs)),
            EncoderQuantizer.Quantize(run.Quantized, options) is { Ok: true } integers
                ? inputs.Data.Score(part => new HardwareExactForward(integers.Value).Predict(part.Inputs))
                : null,
            ReferenceEquals(run.Quantized, trained.Quantized)))];
    }

    private static RoutingSection Routing(BuildInputs inputs, RoutedModel routed)
    {
        var design = routed.Design;
        return new(
            inputs.Project.Board.Name.ToString().ToLowerInvariant(), routed.ClockMegahertz, design.Megahertz, routed.Seed,
            Use("ICESTORM_LC"), Use("ICESTORM_RAM"), Use("ICESTORM_SPRAM"), Use("ICESTORM_DSP"),
            routed.ReachesClock ? RouteStage.BitstreamFile : null, routed.BitstreamBytes, "nextpnr-ice40");

        RoutedUse Use(string kind) => new(design.Used.GetValueOrDefault(kind), design.Available.GetValueOrDefault(kind));
    }

    private static ResourceSection Resources(BuildInputs inputs, CompiledModel compiled, SynthesizedModel synthesized)
    {
        var (counts, device) = (synthesized.Counts, inputs.Project.Engine.Device);
        return new(
            device.Name, counts.Lut, counts.LutMemory, counts.FlipFlops, counts.BlockRam, counts.Dsp,
            "synthesis (Yosys)", DeviceBudget.Of(device))
        {
            Estimate = EstimateStage.EntryOf(compiled, inputs.Project.Engine),
        };
    }
}
