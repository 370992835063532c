using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Estimation;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>The main job: data, training, integers, program, verification, synthesis, report.</summary>
/// <param name="tools">The external programs; null: those in the search path.</param>
public sealed class BuildPipeline(BuildTools? tools = null) : IBuildPipeline
{
    private readonly BuildTools programs = tools ?? BuildTools.Installed;

    /// <inheritdoc/>
    public async Task<BuildResult> BuildAsync(
        BuildRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        var inputs = await Preflight.RunAsync(request, programs, cancellation);
        if (!inputs.Ok)
            return Stopped(inputs, null);
        var folder = inputs.Value.OutputFolder;
        var built = await OutputSession.RunAsync(folder, () => BuildAsync(inputs.Value, progress, cancellation));
        return built.Value ?? Stopped(built, folder);
    }

    /// <inheritdoc/>
    public async Task<SimulationResult> SimulateAsync(
        SimulationRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        var inputs = await Preflight.RunAsync(request.Build, programs, cancellation, ToolUse.Simulate);
        var simulated = inputs.Ok
            ? await OutputSession.RunAsync(
                inputs.Value.OutputFolder,
                () => SimulateStage.RunAsync(inputs.Value, request.Windows, progress, cancellation))
            : StageResult.Stopped<SimulationResult>(inputs.Outcome, inputs.Diagnostics);
        return simulated.Value ?? new(simulated.Outcome, simulated.Diagnostics, null, null, TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public async Task<RunResult> RunAsync(
        RunRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        var use = request.Port is null ? ToolUse.Simulate : ToolUse.None;
        var inputs = await Preflight.RunAsync(request.Build, programs, cancellation, use);
        var run = inputs.Ok
            ? await OutputSession.RunAsync(
                inputs.Value.OutputFolder, () => RunStage.RunAsync(inputs.Value, request, progress, cancellation))
            : StageResult.Stopped<RunResult>(inputs.Outcome, inputs.Diagnostics);
        return run.Value ?? new(run.Outcome, run.Diagnostics, null);
    }

    private static async Task<StageResult<BuildResult>> BuildAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        ReportFiles.Remove(inputs.OutputFolder);
        var model = await ModelStages.RunAsync(inputs, progress, cancellation);
        return model.Ok
            ? await ReportAsync(inputs, model.Value, progress, cancellation)
            : StageResult.Stopped<BuildResult>(model.Outcome, model.Diagnostics);
    }

    /// <summary>What follows when there is an accelerator, alone in its output folder.</summary>
    internal static async Task<BuildResult> VerifyAsync(
        BuildInputs inputs, PreparedModel model, IStageProgress progress, CancellationToken cancellation)
    {
        var finished = await OutputSession.RunAsync(inputs.OutputFolder, () =>
        {
            ReportFiles.Remove(inputs.OutputFolder);
            return ReportAsync(inputs, model, progress, cancellation);
        });
        return finished.Value ?? Stopped(finished, inputs.OutputFolder);
    }

    private static async Task<StageResult<BuildResult>> ReportAsync(
        BuildInputs inputs, PreparedModel model, IStageProgress progress, CancellationToken cancellation)
    {
        var (trained, integers, compiled) = model;
        var result = await FinishAsync(inputs, trained, integers, compiled, progress, cancellation);
        return result.Report is null
            ? StageResult.Stopped<BuildResult>(result.Outcome, result.Diagnostics)
            : StageResult.Done(result);
    }

    /// <summary>What follows when there is an accelerator: verification, synthesis, report and verdict.</summary>
    internal static async Task<BuildResult> FinishAsync(
        BuildInputs inputs, TrainedModel trained, IntegerModel model, CompiledModel compiled, IStageProgress progress,
        CancellationToken cancellation)
    {
        var translated = await TranslateStage.RunAsync(inputs, compiled, progress, cancellation);
        if (!translated.Ok)
            return Stopped(translated, inputs.OutputFolder);
        var verified = await VerifyStage.RunAsync(
            inputs, trained, model, compiled, translated.Value, progress, cancellation);
        if (!verified.Ok)
            return Stopped(verified, inputs.OutputFolder);
        var synthesized = await SynthesizeAsync(inputs, translated.Value, progress, cancellation);
        if (synthesized is { Ok: false })
            return Stopped(synthesized, inputs.OutputFolder);
        var netlist = await NetlistAsync(
            inputs, model, translated.Value, verified.Value, synthesized?.Value, progress, cancellation);
        if (!netlist.Ok)
            return Stopped(netlist, inputs.OutputFolder);
        var activity = await ActivityAsync(
            inputs, model, translated.Value, netlist.Value, synthesized?.Value, progress, cancellation);
        if (activity is { Ok: false })
            return Stopped(activity, inputs.OutputFolder);
        var routed = await RouteAsync(inputs, compiled, synthesized?.Value, progress, cancellation);
        if (routed is { Ok: false })
            return Stopped(routed, inputs.OutputFolder);
        var report = ReportStage.Make(
            inputs, trained, model, compiled, netlist.Value, synthesized?.Value, routed?.Value, activity?.Value);
        ReportFiles.Write(report, inputs.OutputFolder);
        return Finished(
            inputs, report, netlist.Value, routed?.Value, synthesized?.Value is { } counted
                ? Misfits.OfSynthesis(inputs, counted, cancellation)
                : Misfits.OfPlan(inputs, compiled, cancellation));
    }

    /// <inheritdoc/>
    public async Task<PartialResult> RunStageAsync(
        StageRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        var use = PartialBuild.ToolsOf(request.Last);
        var inputs = await Preflight.RunAsync(request.Build, programs, cancellation, use);
        var built = inputs.Ok
            ? await OutputSession.RunAsync(
                inputs.Value.OutputFolder,
                () => PartialBuild.RunAsync(inputs.Value, request.Last, progress, cancellation))
            : StageResult.Stopped<PartialResult>(inputs.Outcome, inputs.Diagnostics);
        return built.Value ?? new(built.Outcome, built.Diagnostics, [], [], null);
    }

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(BuildRequest request, CancellationToken cancellation) =>
        await ProjectCheck.RunAsync(request, programs, cancellation);

    /// <inheritdoc/>
    public async Task<EstimateResult> EstimateAsync(BuildRequest request, CancellationToken cancellation) =>
        await EstimateStage.RunAsync(request, programs, cancellation);

    /// <inheritdoc/>
    public Checked<IReadOnlyList<DeviceRow>> Devices()
    {
        var catalog = DeviceCatalog.Load();
        return catalog.Ok
            ? Checked.Success<IReadOnlyList<DeviceRow>>([.. catalog.Value.Devices.Select(RowOf)])
            : Checked.Failure<IReadOnlyList<DeviceRow>>(catalog.Diagnostics);
    }

    /// <inheritdoc/>
    public Checked<DeviceRow> Device(string nameOrPath)
    {
        var catalog = DeviceCatalog.Load();
        if (!catalog.Ok)
            return Checked.Failure<DeviceRow>(catalog.Diagnostics);
        var device = catalog.Value.Find(nameOrPath);
        return device.Ok ? Checked.Success(RowOf(device.Value)) : Checked.Failure<DeviceRow>(device.Diagnostics);
    }

    private static DeviceRow RowOf(Device device) =>
        new(device.Name, $"{device.Vendor} {device.Family}", DeviceBudget.Of(device)) { Details = device };

    private static BuildResult Stopped<T>(StageResult<T> stage, string? folder)
        where T : class => new(stage.Outcome, stage.Diagnostics, null, folder);

    private static async Task<StageResult<SynthesizedModel>?> SynthesizeAsync(
        BuildInputs inputs, TranslatedModel translated, IStageProgress progress, CancellationToken cancellation) =>
        SynthesizeStage.IsWanted(inputs.Project)
            ? await SynthesizeStage.RunAsync(inputs, translated, progress, cancellation)
            : null;

    private static async Task<StageResult<VerifiedModel>> NetlistAsync(
        BuildInputs inputs, IntegerModel model, TranslatedModel translated, VerifiedModel verified,
        SynthesizedModel? synthesized, IStageProgress progress, CancellationToken cancellation) =>
        synthesized is not null && DeviceSupport.PlaysNetlist(inputs.Project)
            ? await VerifyStage.NetlistAsync(inputs, model, translated, verified, progress, cancellation)
            : StageResult.Done(verified);

    // What answers wrongly need not be measured.
    private static async Task<StageResult<MeasuredActivity>?> ActivityAsync(
        BuildInputs inputs, IntegerModel model, TranslatedModel translated, VerifiedModel verified,
        SynthesizedModel? synthesized, IStageProgress progress, CancellationToken cancellation) =>
        synthesized is not null && inputs.Project.Verification.NetlistWindows > 0
            && verified.Rungs.All(rung => rung.Differences == 0)
            ? await ActivityStage.RunAsync(inputs, model, translated, progress, cancellation)
            : null;

    // What is too large for the device is told by the report; a router would only say that it gave up.
    private static async Task<StageResult<RoutedModel>?> RouteAsync(
        BuildInputs inputs, CompiledModel compiled, SynthesizedModel? synthesized, IStageProgress progress,
        CancellationToken cancellation) =>
        synthesized is not null && RouteStage.IsWanted(inputs.Project) && RouteStage.Fits(inputs.Project, synthesized)
            ? await RouteStage.RunAsync(inputs, compiled, progress, cancellation)
            : null;

    private static BuildResult Finished(
        BuildInputs inputs, Report report, VerifiedModel verified, RoutedModel? routed,
        ImmutableArray<Diagnostic> misfits)
    {
        if (routed is { ReachesClock: false })
            return new(
                BuildOutcome.UserFault, [.. inputs.Warnings, RouteFault.ClockMissed(inputs.Project, routed)], report,
                inputs.OutputFolder);
        var (outcome, faults) = report.Verified
            ? (misfits.IsEmpty ? BuildOutcome.Verified : BuildOutcome.DoesNotFit, [])
            : (BuildOutcome.VerificationFailed, VerificationFault.All(verified.Rungs, report.Cycles));
        return new(outcome, [.. inputs.Warnings, .. faults, .. misfits], report, inputs.OutputFolder);
    }
}
