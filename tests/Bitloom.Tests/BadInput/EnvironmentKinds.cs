using Bitloom.Pipeline;
using static Bitloom.Tests.Toolchain.FakeTools;

namespace Bitloom.Tests.BadInput;

/// <summary>Machines, disks and variables that do not let the program work.</summary>
internal static class EnvironmentKinds
{
    public static BadInputHeading Heading { get; } = new(
        "environment", "Environment",
        "The disk, the output folder or a variable of the environment does not let it work.",
    [
        new("The search path is empty", "check FOLDER")
        {
            Given = "`PATH` is empty.",
            Environment = [("PATH", ""), Cache],
        },
        new("The cache folder cannot be written", "check FOLDER")
        {
            Given = "`XDG_CACHE_HOME` is `/proc/nobody`.",
            Tools = _ => Task.FromResult(Present with { SimulatorFolder = "/proc/nobody/bitloom/simulators" }),
        },
        new("The cache folder is a file", "check FOLDER")
        {
            Given = "`XDG_CACHE_HOME` is `/dev/null`, and `PATH` is empty.",
            Environment = [("PATH", ""), ("XDG_CACHE_HOME", "/dev/null")],
        },
        new("The folder for temporary files is not there", "check FOLDER")
        {
            Given = "`TMPDIR` is `/nowhere`, and `PATH` is empty.",
            Environment = [("PATH", ""), ("TMPDIR", "/nowhere"), Cache],
        },
        new("The search path has none of the tools", "build FOLDER")
        {
            Given = "`PATH` is `/nowhere`.",
            Environment = [("PATH", "/nowhere"), Cache],
        },
        new("The disk is nearly full", "check FOLDER")
        {
            Given = "120 MB can still be written.",
            Tools = _ => Task.FromResult(Present with { FreeSpace = _ => 120_000_000 }),
        },
        new("The disk is full", "build FOLDER --quiet")
        {
            Given = "GHDL fails, and less than 1 MB can still be written in the output folder.",
            Tools = folder => WriteAsync(folder, Fill(folder) + "; echo 'error: write failed' >&2; exit 1", "", "", ""),
        },
        new("The output folder cannot be written", "build FOLDER --output /proc/results"),
        new("Another command is at work in the output folder", "build FOLDER")
        {
            Meanwhile = folder => OutputLock.Take(folder["out"]).Value!,
        },
        new("The output folder is removed while a build is at work", "build FOLDER --quiet")
        {
            Tools = folder => WriteAsync(
                folder, $"rm -rf '{folder["out"]}'; {GoodTranslation}", GoodBench, "exit 0", "exit 0"),
        },
    ]);

    // What is tried before a failure is put down to a full disk is a file of this name.
    private static string Fill(TemporaryFolder folder) => $"mkdir -p '{folder["out/stages/space/full"]}'";

    private static (string Name, string Value) Cache => ("XDG_CACHE_HOME", "/tmp/bitloom-bad-input");
}
