using System.Text;

namespace Bitloom.Diagnostics;

/// <summary>
/// Writes whole files: a reader, or a run that was cut off, sees the old content or the new, never a part of it.
/// </summary>
public static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes text as UTF-8 without a byte order mark, making the folder when necessary.</summary>
    public static void Write(string path, string content) => Write(path, Utf8.GetBytes(content));

    /// <summary>Writes bytes, making the folder when necessary.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = File.Create(temporary))
                stream.Write(content);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
