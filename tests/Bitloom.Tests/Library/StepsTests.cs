extern alias Library;

using Bitloom.Pipeline;
using Bitloom.Toolchain;
using Library::Bitloom;

namespace Bitloom.Tests.Library;

/// <summary>The steps up to the hardware folder, which need no external program.</summary>
public sealed class StepsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Steps_GiveTheProgramAndFiles_ThatABuildHas()
    {
        var integers = await QuantizeAsync(_folder["out"]);
        var accelerator = await EngineCompiler.CompileAsync(integers, "xc7s15");

        integers.Score.ShouldBeInRange(0.5, 50);
        integers.Graph.Name.ShouldBe("weather");
        accelerator.Cycles.ShouldBeInRange(100, 10_000);
        accelerator.Microseconds.ShouldBe(accelerator.Cycles / 100.0);
        File.Exists(Path.Combine(accelerator.HardwareFolder, "rtl", "engine", "engine.vhd")).ShouldBeTrue();
        Directory.GetFiles(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["float.json", "integer.graph", "program.txt", "quantized.json"]);
    }

    [Fact]
    public async Task Steps_AreTakenOver_WhenNothingChanged()
    {
        var first = await QuantizeAsync(_folder["out"]);
        var written = File.GetLastWriteTimeUtc(_folder["out/float.json"]);

        var second = await QuantizeAsync(_folder["out"]);

        File.GetLastWriteTimeUtc(_folder["out/float.json"]).ShouldBe(written);
        second.Score.ShouldBe(first.Score);
    }

    [Fact]
    public async Task Compile_TellsThatADeviceIsNotKnown()
    {
        var integers = await QuantizeAsync(_folder["out"]);

        var fault = await Should.ThrowAsync<BitloomException>(() => EngineCompiler.CompileAsync(integers, "xc7s16"));

        fault.Diagnostics.ShouldHaveSingleItem().Location.ShouldBe("engine.device");
    }

    [Fact]
    public async Task Train_TellsThatTheFolderIsAFile()
    {
        var fault = await Should.ThrowAsync<BitloomException>(() => TrainAsync(_folder.With("out", "text")["out"]));

        fault.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("OUTPUT001");
    }

    [Fact]
    public async Task Train_TellsThatACallTrainsOneSeed()
    {
        var settings = new TrainingSettings { Further = new Dictionary<string, string> { ["runs"] = "3" } };

        var fault = await Should.ThrowAsync<BitloomException>(() => TrainAsync(_folder["out"], settings));

        fault.Message.ShouldBe(
            """
            error LIBRARY001 at training.runs: training.runs is 3
              expected: 1: a call trains one seed
              remedy:   call TrainAsync with each seed, and with a folder for each
            """);
    }

    [Fact]
    public async Task Verification_NamesTheProgramsThatAreMissing()
    {
        var accelerator = await EngineCompiler.CompileAsync(await QuantizeAsync(_folder["out"]), "xc7s15");
        var missing = ExternalTools.Ghdl with { Executable = "no-such-program" };

        var result = await Verification.RunAsync(
            accelerator, new() { Synthesize = false },
            BuildTools.Installed with { Ghdl = missing, Verilator = missing },
            TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(BuildOutcome.ToolFailed);
        result.Verified.ShouldBeFalse();
        result.Report.ShouldBeNull();
        result.Diagnostics.ShouldAllBe(diagnostic => diagnostic.Code == "TOOL001");
        result.ToString().ShouldContain("no-such-program");
    }

    private static Task<TrainedTransformer> TrainAsync(string folder, TrainingSettings? settings = null)
    {
        var data = Dataset.Read(
            Repository.PathOf("samples", "weather", "seattle-weather.csv"), WeatherSettings.Of("temp_max", "wind"));
        return Trainer.TrainAsync(
            new TimeSeriesTransformer { Dimension = 8 }, data, folder,
            settings ?? new() { Epochs = 1, QuantizedEpochs = 1 });
    }

    private static async Task<QuantizedTransformer> QuantizeAsync(string folder) =>
        await Quantizer.QuantizeAsync(await TrainAsync(folder), new() { Bits = 6 });
}
