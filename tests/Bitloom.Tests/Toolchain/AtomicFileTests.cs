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
    public void Write_LeavesNoPart_WhenTheTargetIsAFolder()
    {
        Directory.CreateDirectory(_folder["target"]);

        Should.Throw<Exception>(() => AtomicFile.Write(_folder["target"], "text"));

        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([_folder["target"]]);
    }
}
