namespace Bitloom.Tests;

/// <summary>A folder of its own for a test, deleted after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bitloom test ").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public TemporaryFolder With(string file, string text)
    {
        File.WriteAllText(this[file], text);
        return this;
    }

    public TemporaryFolder With(string file, byte[] bytes)
    {
        File.WriteAllBytes(this[file], bytes);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
