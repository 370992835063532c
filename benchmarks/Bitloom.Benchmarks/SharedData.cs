using System.Runtime.CompilerServices;

namespace Bitloom.Benchmarks;

/// <summary>The public data sets, which are read in place and are not part of the project.</summary>
public static class SharedData
{
    /// <summary>
    /// The folder: shared/data beside the repository, or beside the folder that has several checkouts of it.
    /// </summary>
    public static string Folder { get; } = Find();

    private static string Find([CallerFilePath] string path = "")
    {
        for (var folder = Directory.GetParent(path); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data") is var data && Directory.Exists(data))
                return data;
        throw new DirectoryNotFoundException("there is no shared/data beside the repository");
    }
}
