using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Projects;
using Bitloom.Reporting;
using EngineSection = Bitloom.Projects.EngineSection;

namespace Bitloom.Pipeline;

/// <summary>Estimates a project from its untrained model, without any external tool.</summary>
internal static class EstimateStage
{
    /// <summary>Reads and compiles the project, and estimates what it takes.</summary>
    public static async Task<EstimateResult> RunAsync(
        BuildRequest request, BuildTools programs, CancellationToken cancellation)
    {
        var found = await Preflight.LookAsync(request, programs, cancellation, ToolUse.None);
        if (found is not { Outcome: BuildOutcome.Verified, Project: { } project, Data: { } data })
            return new(found.Outcome, found.Diagnostics);
        var program = await Task.Run(() => UntrainedModel.Compile(project, data, cancellation), cancellation);
        return program switch
        {
            { Ok: true } compiled => Judged(found, Of(compiled.Value, project.Engine), cancellation),
            { } failed => new(BuildOutcome.UserFault, [.. found.Diagnostics, .. failed.Diagnostics]),
            null => new(BuildOutcome.UserFault, [.. found.Diagnostics, Unquantizable(project)]),
        };
    }

    private static EstimateResult Judged(
        PreflightFindings found, ProjectEstimate estimate, CancellationToken cancellation)
    {
        var misfits = PlanCheck.Misfits(found.Project!, found.Data!, estimate, cancellation);
        return new(
            misfits.IsEmpty ? BuildOutcome.Verified : BuildOutcome.DoesNotFit,
            [.. found.Diagnostics, .. misfits, .. PlanCheck.Clock(estimate)], estimate);
    }

    /// <summary>The estimate of a compiled program.</summary>
    public static ProjectEstimate Of(EngineProgram program, EngineSection engine)
    {
        var device = engine.Device;
        var model = ResourceModelFile.Find(device.Synthesis);
        var structure = Structure(program, CompileStage.Plan(program, engine), engine);
        return new(
            device.Name,
            program.Parameters.Shape,
            program.Schedule.Cycles,
            engine.Clock,
            model.Estimate(structure),
            model.Errors[CellKind.Lut],
            model.Errors[CellKind.FlipFlop],
            Basis(model, device),
            DeviceBudget.Of(device))
        {
            Clock = ClockModelFile.Find(device.Synthesis)?.Estimate(structure),
        };
    }

    /// <summary>The estimate of a compiled model in the report's terms.</summary>
    public static ResourceEstimateEntry EntryOf(CompiledModel compiled, EngineSection engine)
    {
        var errors = ResourceModelFile.Find(engine.Device.Synthesis).Errors;
        var taken = Resources(compiled.Program, compiled.Hardware.Memories, engine);
        return new(
            taken.Luts, taken.LutMemory, taken.FlipFlops, taken.Blocks, taken.Multipliers,
            errors[CellKind.Lut].High, errors[CellKind.FlipFlop].High);
    }

    /// <summary>The greatest clock of a compiled model in the report's terms; null where it cannot be estimated.</summary>
    public static ReachEntry? ReachOf(CompiledModel compiled, EngineSection engine) =>
        ClockModelFile.Find(engine.Device.Synthesis)?
            .Estimate(Structure(compiled.Program, compiled.Hardware.Memories, engine)) is { } clock
            ? new(clock.Megahertz, clock.Error.High)
            : null;

    /// <summary>What a program with its memories takes.</summary>
    internal static ResourceEstimate Resources(EngineProgram program, MemoryPlan memories, EngineSection engine) =>
        ResourceModelFile.Find(engine.Device.Synthesis).Estimate(Structure(program, memories, engine));

    /// <summary>What estimates are made from.</summary>
    internal static EngineStructure Structure(EngineProgram program, MemoryPlan memories, EngineSection engine) =>
        EngineStructure.Of(program, memories, engine.Device.MemoryFamily(), engine.LoadPort);

    private static string Basis(ResourceModel model, Device device) =>
        FormattableString.Invariant($"{model.Points} engines of {model.Family} synthesized with {model.Tool}, errors of {model.Checked} others")
        + (ResourceModelFile.IsMeasured(device.Synthesis)
            ? ""
            : $"; none was measured for {device.Family}, whose LUTs and flip-flops may differ more");

    private static Diagnostics.Diagnostic Unquantizable(Project project) => Diagnostics.Diagnostic.Error(
        "ESTIMATE001", project.Name, "the untrained model cannot be quantized, so nothing can be estimated from it",
        "a model whose untrained weights can be quantized to the bits asked for",
        "build the project, or give the tensors more bits (quantization)");
}
