namespace Bitloom.Toolchain;

/// <summary>Makes the folder that a file will be written to.</summary>
internal static class Folders
{
    public static void MakeFor(string path) =>
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
}
