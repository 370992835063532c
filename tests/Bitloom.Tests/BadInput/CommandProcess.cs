using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bitloom.Tests.BadInput;

/// <summary>The program in a process of its own, in another environment.</summary>
internal static class CommandProcess
{
    public static async Task<(int Code, string Text)> RunAsync(
        string[] line, ImmutableArray<(string Name, string Value)> environment, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Host(), ["exec", Program(), .. line])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await errors + await output);
    }

    private static string Program() => typeof(Bitloom.Cli.CommandLineApplication).Assembly.Location;

    // The runtime that runs the tests: HOST/shared/Microsoft.NETCore.App/VERSION.
    private static string Host() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
