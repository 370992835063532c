using System.Runtime.CompilerServices;
using Bitloom.Diagnostics;

namespace Bitloom.Tests;

/// <summary>
/// Expected output kept in a file beside its test. UPDATE_GOLDENS=1 rewrites the file; the change is then reviewed
/// as code.
/// </summary>
internal static class Golden
{
    public static void Match(string actual, string name, [CallerFilePath] string caller = "")
    {
        var path = PathOf(name, caller);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
            AtomicFile.Write(path, actual);
        File.Exists(path).ShouldBeTrue($"{path} is missing; UPDATE_GOLDENS=1 writes it");

        actual.ShouldBe(File.ReadAllText(path), $"{path} differs; UPDATE_GOLDENS=1 rewrites it");
    }

    public static string Read(string name, [CallerFilePath] string caller = "") =>
        File.ReadAllText(PathOf(name, caller));

    public static string PathOf(string name, [CallerFilePath] string caller = "") =>
        Path.Combine(Path.GetDirectoryName(caller)!, name);
}
