using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Engine;
using Bitloom.Ir;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>
/// Tries changes of a project that does not fit: each is compiled with the untrained model and estimated. Where synthesis
/// has counted what the project takes, an estimate is off by as much as that of the project was, and is corrected by it.
/// </summary>
internal sealed class FitTrials
{
    private readonly ITaskData _data;
    private readonly CancellationToken _cancellation;
    private readonly TakenResources _counted;
    private readonly TakenResources _estimated;

    private FitTrials(
        Project project, ITaskData data, IntegerGraph graph, EngineProgram program, TakenResources? counted,
        CancellationToken cancellation)
    {
        (Project, Graph, Shape, _data, _cancellation) = (project, graph, program.Parameters.Shape, data, cancellation);
        Cycles = program.Schedule.Cycles;
        _estimated = Estimate(program, project.Engine);
        _counted = counted ?? _estimated;
    }

    /// <summary>The project as it is.</summary>
    public Project Project { get; }

    /// <summary>Its untrained model.</summary>
    public IntegerGraph Graph { get; }

    /// <summary>The engine that it has now.</summary>
    public EngineShape Shape { get; }

    /// <summary>Of an inference as it is now.</summary>
    public long Cycles { get; }

    /// <summary>Null where the untrained model cannot be compiled, so that nothing can be tried.</summary>
    public static FitTrials? Of(
        Project project, ITaskData data, TakenResources? counted, CancellationToken cancellation) =>
        UntrainedModel.Quantize(project, data, cancellation) is { } graph
            && EngineCompiler.Compile(graph, CompileStage.Options(project.Engine)) is { Ok: true } program
            ? new(project, data, graph, program.Value, counted, cancellation)
            : null;

    /// <summary>Engines that may fit by the quick estimate of the search, which is less exact: the fastest first.</summary>
    public ImmutableArray<EngineShape> Shapes()
    {
        var options = CompileStage.Options(Project.Engine);
        return EngineCompiler.Shapes(
            Graph, options with { T = null, G = null, R = null, LutBudget = options.LutBudget * 5 / 4 });
    }

    /// <summary>The untrained model with a change; null where it cannot be quantized.</summary>
    public IntegerGraph? Quantize(FitSettings settings) =>
        UntrainedModel.Quantize(settings.Apply(Project), _data, _cancellation);

    /// <summary>The change, when the accelerator fits with it.</summary>
    /// <param name="graph">The model with the change, where it is known.</param>
    public FitChange? Try(FitSettings settings, FitCost cost, IntegerGraph? graph = null)
    {
        _cancellation.ThrowIfCancellationRequested();
        var changed = settings.Apply(Project);
        graph ??= Quantize(settings);
        if (graph is null || EngineCompiler.Compile(
            graph, CompileStage.Options(changed.Engine) with { ProvesSchedule = false }) is not { Ok: true } program)
            return null;
        var taken = _counted.Changed(_estimated, Estimate(program.Value, changed.Engine));
        return taken.Fits(changed.Engine.Device)
            ? new(settings.Texts, cost, changed, program.Value.Schedule.Cycles, Cycles)
            : null;
    }

    private static TakenResources Estimate(EngineProgram program, EngineSection engine) =>
        TakenResources.Of(EstimateStage.Resources(program, CompileStage.Plan(program, engine), engine));
}
