namespace Bitloom.Toolchain;

/// <summary>A file that a program is still writing: it gets its name when the program ended well.</summary>
internal static class PartialFile
{
    /// <summary>Where it is until then.</summary>
    public static string Of(string path) => path + ".part";

    /// <summary>Gives it its name, in the place of an older one, or removes both.</summary>
    public static void Settle(string path, bool keep)
    {
        if (keep && File.Exists(Of(path)))
            File.Move(Of(path), path, overwrite: true);
        else
            Remove(path);
    }

    /// <summary>Removes it and what is still being written.</summary>
    public static void Remove(string path)
    {
        foreach (var file in (string[])[path, Of(path)])
        {
            if (File.Exists(file))
                File.Delete(file);
        }
    }
}
