using Bitloom.Pipeline;

namespace Bitloom;

/// <summary>Compiles integer models for the engine on a device.</summary>
public static class EngineCompiler
{
    /// <summary>
    /// Makes the program, its memories and the engine's VHDL; the folder <c>hardware</c> of the output folder is what
    /// simulators and synthesis read.
    /// </summary>
    /// <exception cref="BitloomException">The settings cannot be used, or the engine cannot run the model.</exception>
    public static async Task<Accelerator> CompileAsync(QuantizedTransformer model, EngineSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        var session = model.Session.With("engine", settings);
        var compiled = await session.RunAsync(
            inputs => Task.FromResult(ModelStages.Compile(inputs, model.Integers)));
        return new(session, new(model.Trained, model.Integers, compiled));
    }

    /// <summary>Makes the program for a device, the engine's sizes searched.</summary>
    /// <param name="device">Its name, such as <c>xc7s15</c>.</param>
    /// <inheritdoc cref="CompileAsync(QuantizedTransformer, EngineSettings)"/>
    public static Task<Accelerator> CompileAsync(QuantizedTransformer model, string device) =>
        CompileAsync(model, new EngineSettings { Device = device });
}
