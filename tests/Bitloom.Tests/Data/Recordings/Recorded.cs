using System.Text;
using Bitloom.Data;
using Bitloom.Diagnostics;

namespace Bitloom.Tests.Data.Recordings;

/// <summary>Small files of recordings, and what is read from them.</summary>
internal static class Recorded
{
    public const string TsHeader = "@problemName p\n@univariate false\n@dimensions 2\n@classLabel true a b\n@data\n";

    public static Checked<RecordingSet> Read(
        string file, string text, Func<RecordingOptions, RecordingOptions>? change = null) =>
        Read(file, Encoding.UTF8.GetBytes(text), change);

    public static Checked<RecordingSet> Read(
        string file, byte[] content, Func<RecordingOptions, RecordingOptions>? change = null)
    {
        using var folder = new TemporaryFolder().With(file, content);
        var options = Options(folder);
        return RecordingReader.Read(change is null ? options : change(options), file);
    }

    public static RecordingOptions Options(TemporaryFolder folder) => new() { Directory = folder.Path };

    public static string Messages<T>(Checked<T> result)
        where T : class => string.Join('\n', result.Diagnostics);

    /// <summary>Writes a file into a folder inside the temporary one.</summary>
    public static TemporaryFolder With(this TemporaryFolder folder, string inner, string file, string text)
    {
        Directory.CreateDirectory(folder[inner]);
        return folder.With(Path.Combine(inner, file), text);
    }
}
