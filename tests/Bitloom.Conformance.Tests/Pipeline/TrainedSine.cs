using Bitloom.Pipeline;

namespace Bitloom.Conformance.Tests.Pipeline;

/// <summary>A <see cref="SineProject"/> trained and quantized once for the tests of a class.</summary>
public sealed class TrainedSine : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private BuildInputs inputs = null!;

    internal TrainedModel Trained { get; private set; } = null!;

    internal IntegerModel Model { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var request = new BuildRequest(SineProject.WriteTo(folder.Path), null, []);
        var preflight = await Preflight.RunAsync(request, BuildTools.Installed, CancellationToken.None);
        inputs = preflight.Value.ShouldNotBeNull();
        var trained = await TrainStage.RunAsync(inputs, new SilentProgress(), CancellationToken.None);
        Trained = trained.Value.ShouldNotBeNull();
        Model = QuantizeStage.Run(inputs, Trained).Value.ShouldNotBeNull();
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The inputs with an output folder of their own.</summary>
    internal BuildInputs InputsFor(string name) => inputs with { OutputFolder = Path.Combine(folder.Path, name) };
}
