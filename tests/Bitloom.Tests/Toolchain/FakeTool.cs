using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

/// <summary>External tools that misbehave: small shell scripts.</summary>
internal static class FakeTool
{
    /// <summary>Writes the script, by another process: a file that this one has open could not be run.</summary>
    public static async Task<string> WriteAsync(string path, string script, string mode = "755")
    {
        var written = await ProcessRunner.RunAsync(new ProcessRequest(
            "sh",
            ["-c", "printf '%s\\n' '#!/bin/sh' \"$1\" >\"$2\" && chmod \"$3\" \"$2\"", "sh", script, path, mode]));
        written.Ok.ShouldBeTrue(string.Join('\n', written.LastLines));
        return path;
    }
}
