using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bitloom.Toolchain;

namespace Bitloom.Conformance.Tests.Packages;

/// <summary>
/// All packages in a folder of their own, as built with the tests, and the tool installed from it. Nothing is fetched:
/// the folder is the only source, and third-party packages are those that building this needed.
/// </summary>
public sealed class LocalPackages : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The packages.</summary>
    public string Folder => PathOf("source");

    /// <summary>The program that was installed.</summary>
    public string Tool => PathOf("tools", "bitloom");

    /// <summary>The root of the sources.</summary>
    public static string Root { get; } = FindRoot();

    private static string DotnetFolder { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    // The tests are in bin/CONFIGURATION/net10.0.
    private static string Configuration { get; } =
        Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;

    private static string Restored { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>A path in the folder that goes with the tests.</summary>
    public string PathOf(params string[] parts) => Path.Combine([_folder.Path, .. parts]);

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(PathOf("nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="local" value="source" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="restored" value="{Restored}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        await DotnetAsync(
            "pack", Path.Combine(Root, "Bitloom.slnx"), "--no-build", "--configuration", Configuration,
            "--output", Folder, "--disable-build-servers");
        await DotnetAsync(
            "tool", "install", "bitloom", "--tool-path", PathOf("tools"), "--configfile", PathOf("nuget.config"));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the SDK and expects it to succeed; what it printed.</summary>
    public async Task<string[]> DotnetAsync(params string[] arguments)
    {
        var (code, lines) = await RunAsync(Path.Combine(DotnetFolder, "dotnet"), arguments);
        code.ShouldBe(0, string.Join('\n', lines));
        return lines;
    }

    /// <summary>Runs a program in the folder; its exit code and what it printed.</summary>
    public async Task<(int Code, string[] Lines)> RunAsync(string program, params string[] arguments)
    {
        // Packages of this version that another run left must not stand in for those of the folder.
        string[] environment =
            [$"NUGET_PACKAGES={PathOf("packages")}", $"DOTNET_ROOT={DotnetFolder}", "DOTNET_NOLOGO=1"];
        var lines = new List<string>();
        var result = await ProcessRunner.RunAsync(
            new ProcessRequest("env", [.. environment, program, .. arguments])
            {
                WorkingFolder = _folder.Path,
                OnLine = lines.Add,
            },
            TestContext.Current.CancellationToken);
        return (result.ExitCode, [.. lines]);
    }

    private static string FindRoot([CallerFilePath] string caller = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", ".."));
}
