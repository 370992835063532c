using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Bitloom.Pipeline;

/// <summary>SHA-256 of contents, as lower-case hexadecimal text.</summary>
internal static class ContentHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Of arrays one after the other, each with its length.</summary>
    public static string Of(params ReadOnlySpan<float[]> arrays)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var array in arrays)
        {
            hash.AppendData(BitConverter.GetBytes(array.LongLength));
            hash.AppendData(MemoryMarshal.AsBytes(array.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Of names and contents of all files in the folders.</summary>
    public static string OfFolders(params IEnumerable<string> folders) => Of(string.Join('\n', folders
        .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file) + " " + OfFile(file))
            .Order(StringComparer.Ordinal))));
}
