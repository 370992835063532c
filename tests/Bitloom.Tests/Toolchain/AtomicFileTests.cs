using Bitloom.Diagnostics;

namespace Bitloom.Tests.Toolchain;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_ReplacesTheFile_AndLeavesNothingElse()
    {
        AtomicFile.Write(_folder["a/report.json"], "old and longer");
        AtomicFile.Write(_folder["a/report.json"], "näw\n");

        File.ReadAllBytes(_folder["a/report.json"]).ShouldBe("näw\n"u8.ToArray());
        Directory.GetFiles(_folder["a"]).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Write_LeavesTheOldFileWhole_ForWhoReadsIt()
    {
        AtomicFile.Write(_folder["report.json"], "old and longer");
        await using var stream = File.OpenRead(_folder["report.json"]);
        using var reader = new StreamReader(stream);

        AtomicFile.Write(_folder["report.json"], "new");

        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("old and longer");
        File.ReadAllText(_folder["report.json"]).ShouldBe("new");
    }

    [Fact]
    public void Write_LeavesNoPart_WhenTheTargetIsAFolder()
    {
        Directory.CreateDirectory(_folder["target"]);

        Should.Throw<Exception>(() => AtomicFile.Write(_folder["target"], "text"));

        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([_folder["target"]]);
    }
}
