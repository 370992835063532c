namespace Bitloom.Conformance.Tests.Pipeline;

/// <summary>The main job on models and engines of other sizes.</summary>
public sealed class BuildVariantTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("quantization.bits=4 model.heads=2 model.layers=2")]
    [InlineData("model.dimension=9 data.window=7 engine.rows=6 engine.columns=3 engine.lanes=3 data.steps=3")]
    [InlineData("model.normalization=none training.epochs=0 training.quantizedEpochs=0")]
    [InlineData("data.window=1 verification.windows=1 quantization.bits=2 engine.loadPort=true")]
    public Task Build_IsVerified(string settings) => ShouldBeVerifiedAsync(settings);

    [Theory]
    [InlineData("model.normalization=layer model.activation=gelu model.layers=2 model.heads=4")]
    [InlineData("model.normalization=rms model.causal=true quantization.bits=6 engine.rows=6 engine.columns=3 engine.lanes=1")]
    public Task Build_IsVerified_WithFurtherOperations(string settings) => ShouldBeVerifiedAsync(settings);

    private async Task ShouldBeVerifiedAsync(string settings)
    {
        var project = SineProject.WriteTo(folder.Path);
        var pairs = settings.Split(' ').Select(setting => setting.Split('=')).Select(pair => (pair[0], pair[1]));

        var result = await SineBuild.RunAsync(project, null, pairs);

        SineBuild.ShouldBeVerified(result);
    }
}
