using Bitloom.Toolchain;

namespace Bitloom.SystemTests.Stores;

/// <summary>The programs of a PostgreSQL server, run by somebody that it accepts.</summary>
/// <param name="Folder">Where they are.</param>
internal sealed record PostgresPrograms(string Folder)
{
    // Debian keeps the server's programs of each version in a folder that is not in the search path.
    private const string Versions = "/usr/lib/postgresql";

    // The server refuses to be run by root; this is the user "nobody" wherever there is one.
    private const string Nobody = "65534";

    /// <summary>Null when there are none.</summary>
    public static PostgresPrograms? Find() => Folders()
        .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")))
        .Select(folder => new PostgresPrograms(folder))
        .FirstOrDefault();

    /// <summary>Makes a folder that the server may write.</summary>
    public static async Task<string> MakeFolderAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bitloom-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
            await EndAsync(new ProcessRequest("chown", [$"{Nobody}:{Nobody}", folder]));
        return folder;
    }

    /// <summary>Runs a program to its end.</summary>
    public Task RunAsync(string workingFolder, string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Folder, program), .. arguments];
        string[] become = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"];
        string[] all = Environment.IsPrivilegedProcess ? [.. become, .. command] : command;
        return EndAsync(new ProcessRequest(all[0], [.. all[1..]]) { WorkingFolder = workingFolder });
    }

    private static async Task EndAsync(ProcessRequest request)
    {
        var result = await ProcessRunner.RunAsync(request);
        if (result.Outcome != ProcessOutcome.Exited || result.ExitCode != 0)
            throw new InvalidOperationException($"{request.CommandLine}:\n{string.Join('\n', result.LastLines)}");
    }

    // Programs in the search path may be links to those beside which the others are.
    private static IEnumerable<string> Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists(Versions)
                ? Directory.GetDirectories(Versions).Order(StringComparer.Ordinal).Reverse()
                    .Select(version => Path.Combine(version, "bin"))
                : []);
}
