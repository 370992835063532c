using System.Collections.Immutable;
using Bitloom.Quantization;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>What a stage led to, for people.</summary>
internal static class PartialFacts
{
    /// <summary>The error of each training on the test part, beside that of a prediction without a model.</summary>
    public static ImmutableArray<StageFact> OfTraining(BuildInputs inputs, ImmutableArray<FloatModel> models) =>
    [
        Naive(inputs),
        .. models.SelectMany(model => (StageFact[])
        [
            new("best epoch" + model.Run.Suffix, EpochReport.SummaryOf(model.Epochs)),
            Score(inputs, "float model" + model.Run.Suffix, values => model.Model.PredictFloat(values)),
        ]),
    ];

    /// <summary>The error of the float model and of the integer one.</summary>
    public static ImmutableArray<StageFact> OfQuantization(BuildInputs inputs, TrainedModel trained, IntegerModel model)
    {
        var exact = new HardwareExactForward(model.Encoder);
        return
        [
            Naive(inputs),
            Score(inputs, "float model", values => trained.Float.PredictFloat(values)),
            Score(inputs, "integer model", values => exact.Predict(values)),
        ];
    }

    /// <summary>The engine's size and time.</summary>
    public static ImmutableArray<StageFact> OfProgram(BuildInputs inputs, CompiledModel compiled)
    {
        var (program, clock) = (compiled.Program, inputs.Project.Engine.Clock);
        var (shape, cycles) = (program.Parameters.Shape, program.Schedule.Cycles);
        return
        [
            new("array", FormattableString.Invariant($"{shape.T} x {shape.G}, {shape.R} drain lanes")),
            new("instructions", NumberText.Count(program.Instructions.Length)),
            new("cycles", NumberText.Count(cycles)),
            new("latency", FormattableString.Invariant($"{NumberText.Number(cycles / clock)} us at {clock} MHz")),
        ];
    }

    /// <summary>What the accelerator takes of the device.</summary>
    public static ImmutableArray<StageFact> OfSynthesis(BuildInputs inputs, SynthesizedModel synthesized)
    {
        var (counts, budget) = (synthesized.Counts, DeviceBudget.Of(inputs.Project.Engine.Device));
        return
        [
            new("device", inputs.Project.Engine.Device.Name),
            new("LUTs", Of(counts.Lut, budget.Lut)),
            new("flip-flops", Of(counts.FlipFlops, budget.Ff)),
            new("memory blocks", Of(counts.BlockRam, budget.BlockRam)),
            new("DSP slices", Of(counts.Dsp, budget.Dsp)),
        ];
    }

    private static StageFact Naive(BuildInputs inputs)
    {
        var naive = inputs.Data.Baselines()[0];
        return new("metric", $"{inputs.Data.Metric} on the test part; {naive.Name}: {NumberText.Number(naive.Value)}");
    }

    private static StageFact Score(BuildInputs inputs, string name, Func<float[], float[]> predict) =>
        new(name, NumberText.Number(inputs.Data.Score(part => predict(part.Inputs))));

    private static string Of(double taken, int available) =>
        FormattableString.Invariant($"{NumberText.Number(taken)} of {NumberText.Count(available)}");
}
