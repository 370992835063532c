namespace Bitloom.Pipeline;

/// <summary>What the synthesized netlist answered: the last rung, the cells that the device is to hold.</summary>
internal static class NetlistAgreement
{
    public const string Name = "simulate netlist";

    /// <summary>What its runs are called.</summary>
    public const string Run = "netlist";

    /// <summary>Builds the simulator of the netlist, unless it is there, and plays the windows.</summary>
    public static async Task<StageResult<PlayedRtl>> RunAsync(
        BuildInputs inputs, TranslatedModel translated, WindowVectors few, WindowVectors windows,
        IStageProgress progress, CancellationToken cancellation)
    {
        var simulation = await BuildAsync(inputs, translated, cancellation);
        return simulation.Ok
            ? await VerilatorAgreement.PlayAsync(
                inputs, simulation.Value, new(Name, Run, "synthesized netlist"), few, windows, progress, cancellation)
            : StageResult.Stopped<PlayedRtl>(simulation.Outcome, simulation.Diagnostics);
    }

    /// <summary>Builds the simulator of the netlist, unless it is there.</summary>
    public static async Task<StageResult<VerilatedSimulation>> BuildAsync(
        BuildInputs inputs, TranslatedModel translated, CancellationToken cancellation)
    {
        var prepared = await NetlistSimulation.PrepareAsync(
            translated.Hardware, Path.Combine(inputs.OutputFolder, SynthesizeStage.NetlistFile),
            SynthesizeStage.FamilyOf(inputs.Project.Engine.Device), inputs.Programs,
            VerilatorAgreement.CacheFolder(inputs), cancellation);
        if (!prepared.Ok)
            return StageResult.Stopped<VerilatedSimulation>(BuildOutcome.ToolFailed, prepared.Diagnostics);
        return await VerilatorAgreement.BuildAsync(inputs, prepared.Value, cancellation);
    }
}
