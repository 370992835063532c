using System.Collections.Immutable;
using System.Security.Cryptography;
using Bitloom.Engine;

namespace Bitloom.Hdl;

/// <summary>
/// The 16 bytes by which a board tells which model it runs (docs/uart-protocol.md, hello): n, m, outputs and n m, two
/// bytes each, low byte first, and the first eight bytes of the SHA-256 of the program and all memories.
/// </summary>
public static class ModelDescription
{
    private const int IdentityBytes = 8;

    /// <summary>The description of a program.</summary>
    public static ImmutableArray<byte> Of(EngineProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var parameters = program.Parameters;
        return
        [
            .. Word(parameters.InputRows), .. Word(parameters.InputColumns), .. Word(program.Outputs),
            .. Word(parameters.Inputs), .. SHA256.HashData(LoadImage.Of(program).AsSpan()).Take(IdentityBytes),
        ];
    }

    private static byte[] Word(int value) => [(byte)(value & byte.MaxValue), (byte)(value >> 8)];
}
