// Builds the three samples at 8, 6 and 4 bit with 1 and 2 heads and writes what each report says to
// results/sample-matrix.md. Run from anywhere: dotnet run benchmarks/SampleMatrix.cs [-- SAMPLE...]
#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:property PublishAot=false
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bitloom.Benchmarks;

var root = Path.GetFullPath(Path.Combine(BenchmarkResult.Folder, "..", ".."));
string[] samples = args.Length > 0 ? args : ["weather", "pems", "air-quality"];
var lines = new List<string>
{
    "# Samples by bits and heads",
    "",
    BenchmarkResult.Provenance("dotnet run benchmarks/SampleMatrix.cs"),
    "RMSE on the test part, in the target's units. Differences: all rungs of the agreement ladder together.",
    "",
    "| sample | bits | heads | naive | float | fake-quantized | integer | to float | differences | cycles predicted "
        + "| cycles in the RTL |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
};
var failures = 0;
foreach (var sample in samples)
{
    foreach (var bits in (int[])[8, 6, 4])
    {
        foreach (var heads in (int[])[1, 2])
        {
            var row = Build(sample, bits, heads);
            Console.WriteLine(row);
            lines.Add(row);
        }
    }
}

var result = BenchmarkResult.Write("sample-matrix.md", lines);
Console.WriteLine($"{result}: {failures} builds failed");
return failures == 0 ? 0 : 1;

string Build(string sample, int bits, int heads)
{
    var output = Directory.CreateTempSubdirectory("bitloom-matrix-").FullName;
    using var process = Process.Start(new ProcessStartInfo(Path.Combine(root, "bitloom"))
    {
        ArgumentList =
        {
            "build", Path.Combine(root, "samples", sample), "--quiet", "--output", output,
            "--set", $"quantization.bits={bits}", "--set", $"model.heads={heads}", "--set", "synthesis.enabled=false",
        },
    })!;
    process.WaitForExit();
    failures += process.ExitCode == 0 ? 0 : 1;
    var path = Path.Combine(output, "report.json");
    var row = File.Exists(path)
        ? Row(JsonDocument.Parse(File.ReadAllText(path)).RootElement)
        : $"no report, exit code {process.ExitCode} | | | | | | | |";
    Directory.Delete(output, recursive: true);
    return $"| {sample} | {bits} | {heads} | {row}";
}

static string Row(JsonElement report)
{
    var (accuracy, cycles) = (report.GetProperty("accuracy"), report.GetProperty("cycles"));
    double Rmse(string stage) => accuracy.GetProperty(stage).GetDouble();
    var change = Rmse("hardwareExact") / Rmse("float") - 1;
    var differences = report.GetProperty("agreement").EnumerateArray()
        .Sum(rung => rung.GetProperty("differences").GetInt64());
    return string.Create(CultureInfo.InvariantCulture,
        $"{Rmse("naive"):0.0000} | {Rmse("float"):0.0000} | {Rmse("fakeQuantized"):0.0000} "
        + $"| {Rmse("hardwareExact"):0.0000} | {100 * change:+0.0;-0.0} % | {differences} | {cycles.GetProperty("predicted").GetInt64()} "
        + $"| {cycles.GetProperty("simulated").GetInt64()} |");
}
