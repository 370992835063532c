namespace Bitloom.Tests.Data;

/// <summary>
/// The public data sets, in a folder shared/data beside the repository or beside a folder that it is in; a test that
/// needs one is skipped where they are not.
/// </summary>
internal static class SharedData
{
    public static string Root { get; } = Find();

    /// <summary>The path of a data set; skips the test when it is absent, but not in continuous integration.</summary>
    public static string Require(string folder)
    {
        var path = Path.Combine(Root, folder);
        var required = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal);
        Assert.SkipUnless(Directory.Exists(path) || required,
            $"the public data set '{folder}' is not beside the repository");
        return path;
    }

    private static string Find()
    {
        for (var folder = Directory.GetParent(Repository.Root); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return Repository.PathOf("..", "shared", "data");
    }
}
