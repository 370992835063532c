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
        var inputs = await Preflight.RunAsync(request.Build, programs, cancellation, synthesizes: false);
        var simulated = inputs.Ok
            ? await OutputSession.RunAsync(
                inputs.Value.OutputFolder,
                () => SimulateStage.RunAsync(inputs.Value, request.Windows, progress, cancellation))
            : StageResult.Stopped<SimulationResult>(inputs.Outcome, inputs.Diagnostics);
        return simulated.Value ?? new(simulated.Outcome, simulated.Diagnostics, null, null, TimeSpan.Zero);
    }

    private static async Task<StageResult<BuildResult>> BuildAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        ReportFiles.Remove(inputs.OutputFolder);
        var model = await ModelStages.RunAsync(inputs, progress, cancellation);
        if (!model.Ok)
            return StageResult.Stopped<BuildResult>(model.Outcome, model.Diagnostics);
        var (trained, integers, compiled) = model.Value;
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
        var report = ReportStage.Make(inputs, trained, model, compiled, netlist.Value, synthesized?.Value);
        ReportFiles.Write(report, inputs.OutputFolder);
        return Finished(inputs, report, netlist.Value, Misfits(inputs, compiled, synthesized?.Value));
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<Diagnostic>> CheckAsync(BuildRequest request, CancellationToken cancellation) =>
        Task.Run(() => Preflight.Check(request), cancellation);

    /// <inheritdoc/>
    public Checked<IReadOnlyList<DeviceRow>> Devices()
    {
        var catalog = DeviceCatalog.Load();
        return catalog.Ok
            ? Checked.Success<IReadOnlyList<DeviceRow>>(
                [.. catalog.Value.Devices.Select(device => new DeviceRow(
                    device.Name, $"{device.Vendor} {device.Family}", DeviceBudget.Of(device)))])
            : Checked.Failure<IReadOnlyList<DeviceRow>>(catalog.Diagnostics);
    }

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
        synthesized is not null && inputs.Project.Verification.NetlistWindows > 0
            ? await VerifyStage.NetlistAsync(inputs, model, translated, verified, progress, cancellation)
            : StageResult.Done(verified);

    private static ImmutableArray<Diagnostic> Misfits(
        BuildInputs inputs, CompiledModel compiled, SynthesizedModel? synthesized) => synthesized is null
            ? DeviceFit.Planned(compiled, inputs.Project.Engine)
            : DeviceFit.Counted(compiled, inputs.Project.Engine, synthesized.Counts);

    private static BuildResult Finished(
        BuildInputs inputs, Report report, VerifiedModel verified, ImmutableArray<Diagnostic> misfits)
    {
        var (outcome, faults) = report.Verified
            ? (misfits.IsEmpty ? BuildOutcome.Verified : BuildOutcome.DoesNotFit, [])
            : (BuildOutcome.VerificationFailed, VerificationFault.All(verified.Rungs, report.Cycles));
        return new(outcome, [.. inputs.Warnings, .. faults, .. misfits], report, inputs.OutputFolder);
    }
}
