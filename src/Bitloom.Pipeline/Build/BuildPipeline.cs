using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Ir;
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
        var trained = await TrainStage.RunAsync(inputs.Value, progress, cancellation);
        if (!trained.Ok)
            return Stopped(trained, folder);
        var model = QuantizeStage.Run(inputs.Value, trained.Value);
        if (!model.Ok)
            return Stopped(model, folder);
        var compiled = CompileStage.Run(inputs.Value, model.Value);
        if (!compiled.Ok)
            return Stopped(compiled, folder);
        WriteModel(folder, model.Value, compiled.Value);
        return await FinishAsync(inputs.Value, trained.Value, model.Value, compiled.Value, progress, cancellation);
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
        var report = ReportStage.Make(inputs, trained, model, compiled, verified.Value, synthesized?.Value);
        ReportFiles.Write(report, inputs.OutputFolder);
        return Finished(inputs, report, verified.Value);
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

    private static void WriteModel(string folder, IntegerModel model, CompiledModel compiled)
    {
        AtomicFile.Write(Path.Combine(folder, "integer.graph"), GraphPrinter.Print(model.Graph));
        AtomicFile.Write(Path.Combine(folder, "program.txt"), ProgramPrinter.Print(compiled.Program));
    }

    private static BuildResult Finished(BuildInputs inputs, Report report, VerifiedModel verified)
    {
        if (report.Verified)
            return new(BuildOutcome.Verified, inputs.Warnings, report, inputs.OutputFolder);
        var faults = verified.Rungs.Where(rung => rung.Differences > 0).Select(VerificationFault.Of).ToList();
        if (report.Cycles is { Simulated: { } simulated } cycles && simulated != cycles.Predicted)
            faults.Add(VerificationFault.OfCycles(cycles.Predicted, simulated));
        return new(BuildOutcome.VerificationFailed, [.. inputs.Warnings, .. faults], report, inputs.OutputFolder);
    }
}
