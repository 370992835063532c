namespace Bitloom.Tests.Data;

/// <summary>Files of the repository that the tests run in.</summary>
internal static class Repository
{
    public static string PathOf(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Bitloom.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
