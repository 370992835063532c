#:project ../../src/Bitloom.Library/Bitloom.Library.csproj
#:property PublishAot=false
// The main job from C#: tomorrow's greatest temperature in Seattle on an XC7S15, verified to the cycle.
// Run: dotnet run -c Release samples/weather/sample.cs [FLOAT EPOCHS] [QUANTIZED EPOCHS]
// Elsewhere than in Bitloom's own sources, begin with `#:package Bitloom.Library@0.1.0` instead.
using Bitloom;

var here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
var data = Dataset.Read(Path.Combine(here, "seattle-weather.csv"), new()
{
    Time = "date",
    Features = ["temp_max", "temp_min", "precipitation", "wind"],
    Targets = ["temp_max"],
    Window = 12,
});
var model = new TimeSeriesTransformer { Dimension = 16 };
var training = new TrainingSettings { Epochs = Epochs(0, 60), QuantizedEpochs = Epochs(1, 30) };

var trained = await Trainer.TrainAsync(model, data, "out", training);
var integers = await Quantizer.QuantizeAsync(trained, new() { Bits = 8 });
var accelerator = await EngineCompiler.CompileAsync(integers, device: "xc7s15");
var result = await Verification.RunAsync(accelerator, new() { Windows = 4, Synthesize = false });

var (naive, floats, exact) = (data.Naive, trained.Score, integers.Score);
var simulated = result.Report?.Cycles?.Simulated;
Console.WriteLine($"{trained.Metric}: {naive:0.000} naive, {floats:0.000} float, {exact:0.000} in integers");
Console.WriteLine($"{accelerator.Cycles} cycles, {accelerator.Microseconds:0.0} us; simulated: {simulated}");
Console.WriteLine(result);
Console.WriteLine($"Report: {result.ReportFile}");
return result.Verified ? 0 : 1;

int Epochs(int place, int usual) => args.Length > place ? int.Parse(args[place]) : usual;
