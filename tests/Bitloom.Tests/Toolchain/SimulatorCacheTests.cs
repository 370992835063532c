using System.Collections.Immutable;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

public sealed class SimulatorCacheTests
{
    private static readonly ImmutableSortedDictionary<string, string> Sources =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("top.v", "a").Add("cell.v", "b");

    [Fact]
    public void Folder_IsTheSame_ForTheSameSources()
    {
        SimulatorCache.FolderOf(null, ["top", "text"]).ShouldBe(SimulatorCache.FolderOf(null, ["top", "text"]));
    }

    [Fact]
    public void Folder_IsAnother_WhereOnlyTheBordersOfTheSourcesDiffer()
    {
        SimulatorCache.FolderOf(null, ["top", "text"]).ShouldNotBe(SimulatorCache.FolderOf(null, ["topt", "ext"]));
    }

    [Fact]
    public void Simulator_IsAnother_ForEveryInput()
    {
        var paths = new[]
        {
            Folder("top", Sources),
            Folder("other", Sources),
            Folder("top", Sources.SetItem("cell.v", "c")),
            Folder("top", Sources.Remove("cell.v").Add("renamed.v", "b")),
        };

        paths.Distinct(StringComparer.Ordinal).Count().ShouldBe(paths.Length);
    }

    private static string Folder(string top, ImmutableSortedDictionary<string, string> sources) =>
        Path.GetDirectoryName(new Verilator(top, sources, "logs").SimulatorPath)!;
}
