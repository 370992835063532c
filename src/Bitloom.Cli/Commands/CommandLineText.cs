using System.Globalization;
using Bitloom.Exploration;
using Bitloom.Toolchain;

namespace Bitloom.Cli;

/// <summary>
/// Writes a request as the command that goes on with it: --fresh is left out, as it would throw away what is kept.
/// </summary>
internal static class CommandLineText
{
    // Of a server: what it really is may hold a password.
    private const string Address = "URL";

    /// <param name="command">Build, or one of its stages.</param>
    public static string Build(BuildRequest request, string command) => Text(command, request);

    public static string Simulate(SimulationRequest request) =>
        Text("simulate", request.Build, Windows(request.Windows));

    public static string Run(RunRequest request) => Text("run", request.Build,
    [
        .. request.Port is { } port ? (string[])["--port", port] : ["--simulate"],
        .. request.Baud is { } baud ? (string[])["--baud", Number(baud)] : [],
        .. request.Load ? (string[])["--load"] : [],
        .. request.Noise.PerMille > 0 ? (string[])["--noise", Number(request.Noise.PerMille)] : [],
        .. Windows(request.Windows),
    ]);

    public static string Explore(ExploreRequest request) => Text("explore", request.Build,
    [
        .. request.Store is { } store ? (string[])["--store", StudyStores.IsServer(store) ? Address : store] : [],
        .. request.Cluster is null ? [] : (string[])["--cluster", Address],
        .. request.Name is { } name ? (string[])["--name", name] : [],
        .. request.Jobs is { } jobs ? (string[])["--jobs", Number(jobs)] : [],
        .. request.Verifies ? [] : (string[])["--no-verify"],
    ]);

    private static string[] Windows(int? count) => count switch
    {
        null => [],
        SimulationRequest.All => ["--all"],
        { } windows => ["--windows", Number(windows)],
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(string command, BuildRequest request, params string[] rest) => ShellText.Quote(
    [
        "bitloom",
        command,
        request.ProjectPath,
        .. request.OutputFolder is null ? [] : (string[])["--output", request.OutputFolder],
        .. request.Settings.SelectMany(setting => (string[])["--set", $"{setting.Key}={setting.Value}"]),
        .. rest,
    ]);
}
