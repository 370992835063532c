using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Ir;
using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>The engines that a project allows a float model, compiled and estimated with uniform widths.</summary>
internal sealed class ProjectEngines
{
    private readonly Project _project;
    private readonly EncoderModel _model;
    private readonly TrainingSet _calibration;
    private readonly ImmutableArray<string> _matrices;
    private readonly MeasureLimits _limits;
    private readonly PlaneTable _table;
    private readonly ConcurrentDictionary<(int Activation, int Weight), Lazy<IntegerGraph?>> _graphs = new();

    public ProjectEngines(Project project, ITaskData data, EncoderModel model)
    {
        (_project, _model) = (project, model);
        _calibration = UntrainedModel.First(data.TrainingWindows);
        _matrices = [.. TensorNames.WeightMatrices(project.Model.Layers)];
        _limits = MeasureLimits.Of(project.Engine.Device, project.Explore.Constraints).WithRoom();
        _table = new(project.Engine.Device.MemoryBudget(), project.Engine.Memories.Weight);
    }

    /// <summary>Sizes that no other one beats, for the narrowest or the widest widths; the fastest first.</summary>
    public EngineSpace Space(CancellationToken cancellation)
    {
        var (weights, activations) = (_project.Explore.WeightBits, _project.Explore.ActivationBits);
        var shapes = Shapes(activations.Min(), weights.Min()).Union(Shapes(activations.Max(), weights.Max()));
        return new([.. shapes], (shape, activation, weight) =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Candidate(shape, activation, weight);
        });
    }

    // By the quick estimate, which is less exact, engines a little over the device are looked at too.
    private IEnumerable<EngineShape> Shapes(int activation, int weight)
    {
        var options = CompileStage.Options(_project.Engine);
        return GraphOf(activation, weight) is { } graph
            ? EngineCompiler.UndominatedShapes(graph, options with { LutBudget = options.LutBudget * 5 / 4 })
            : [];
    }

    private EngineCandidate? Candidate(EngineShape shape, int activation, int weight)
    {
        var engine = _project.Engine;
        if (GraphOf(activation, weight) is not { } graph
            || EngineCompiler.Compile(graph, OptionsOf(shape)) is not { Ok: true } compiled)
            return null;
        var program = compiled.Value;
        var costs = new PlaneCosts(program, engine, _limits, _table);
        return costs.IsTooSlow ? null : new(shape, program.Schedule.Cycles, WordsOf(program), costs.Of);
    }

    private EngineOptions OptionsOf(EngineShape shape) => CompileStage.Options(_project.Engine) with
    {
        T = shape.T,
        G = shape.G,
        R = shape.R,
        ProvesSchedule = false,
    };

    private ImmutableArray<int> WordsOf(EngineProgram program) =>
        [.. _matrices.Select(name => program.MemoryMap.Single(entry => entry.Tensor == name).Layout.Words)];

    private IntegerGraph? GraphOf(int activation, int weight) => _graphs.GetOrAdd(
        (activation, weight), _ => new(() => Quantize(activation, weight))).Value;

    private IntegerGraph? Quantize(int activation, int weight)
    {
        var plan = new PrecisionPlan(
            activation,
            _matrices.ToImmutableSortedDictionary(name => name, _ => weight, StringComparer.Ordinal),
            _project.Quantization.ExponentialBits);
        var quantized = Trainer.QuantizeAfterTraining(
            _model, plan, _calibration, UntrainedModel.QuickRecipe(_project.Quantization));
        var integers = EncoderQuantizer.Quantize(quantized.Snapshot(), QuantizeStage.OptionsOf(_project));
        return integers.Ok ? PassPipeline.Run(GraphLowering.Lower(integers.Value, _project.Name)) : null;
    }
}
