using System.Globalization;
using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>nextpnr for the iCE40 UltraPlus, in one work folder.</summary>
public sealed class NextpnrIce40(string folder, ExternalTool? tool = null)
{
    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>The tool that is run.</summary>
    public ExternalTool Tool { get; } = tool ?? ExternalTools.NextpnrIce40;

    /// <summary>
    /// Places and routes: NAME.pcf, NAME_route.log, NAME_route.json (timing and utilization) and NAME.asc. A clock that is
    /// not reached is no failure.
    /// </summary>
    public async Task<RoutingResult> RouteAsync(RoutingRequest request, CancellationToken cancellation = default)
    {
        AtomicFile.Write(PathOf(request.Name + ".pcf"), request.Constraints);
        var (report, configuration) = (PathOf(request.Name + "_route.json"), PathOf(request.Name + ".asc"));
        string[] results = [report, configuration];
        foreach (var result in results)
            PartialFile.Remove(result);
        var process = await ProcessRunner.RunAsync(
            new(Tool.Executable,
            [
                "--up5k", "--package", request.Package, "--json", request.NetlistJson, "--pcf", request.Name + ".pcf",
                "--asc", PartialFile.Of(configuration), "--report", PartialFile.Of(report),
                "--freq", request.Megahertz.ToString(CultureInfo.InvariantCulture),
                "--seed", request.Seed.ToString(CultureInfo.InvariantCulture), "--timing-allow-fail",
            ])
            {
                WorkingFolder = _folder,
                LogPath = PathOf(request.Name + "_route.log"),
                Timeout = Tool.Timeout,
            },
            cancellation);
        foreach (var result in results)
            PartialFile.Settle(result, process.Ok);
        return new RoutingResult(process, Read(process, results), configuration);
    }

    /// <summary>Whether a run failed as there was no place for all cells.</summary>
    public static bool IsTooLarge(ProcessResult process) => !process.Ok && process.LastLines.Any(
        line => line.StartsWith("ERROR: Unable to", StringComparison.Ordinal)
            && line.Contains("place", StringComparison.Ordinal));

    private Checked<RoutedDesign> Read(ProcessResult process, string[] results)
    {
        if (!process.Ok)
            return ToolFault.Of(Tool, process) is { } fault
                ? Checked.Failure<RoutedDesign>(fault)
                : Checked.Failure<RoutedDesign>();
        return results.FirstOrDefault(result => !File.Exists(result)) is { } missing
            ? Checked.Failure<RoutedDesign>(ToolFault.WithoutResult(Tool, process, Path.GetFileName(missing)))
            : RoutedDesign.Parse(File.ReadAllText(results[0]), results[0]);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
