using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>The recordings of a file or folder, in its order (files in the ordinal order of their paths).</summary>
/// <param name="Path">The file or folder as the user wrote it.</param>
/// <param name="Channels">Names of the columns that every recording has.</param>
/// <param name="Classes">The classes that the file declares, else those that occur: by value where all are numbers,
/// else in ordinal order.</param>
public sealed record RecordingSet(
    string Path,
    ImmutableArray<string> Channels,
    ImmutableArray<string> Classes,
    ImmutableArray<Recording> Recordings)
{
    internal static RecordingSet Of(
        string path, ImmutableArray<string> channels, IEnumerable<Recording> recordings,
        ImmutableArray<string> declared = default)
    {
        ImmutableArray<Recording> all = [.. recordings];
        return new RecordingSet(path, channels, declared.IsDefaultOrEmpty ? ClassesOf(all) : declared, all);
    }

    private static ImmutableArray<string> ClassesOf(ImmutableArray<Recording> recordings)
    {
        var names = recordings.Select(r => r.Class).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return names.All(name => ClassName.Number(name) is not null)
            ? [.. names.OrderBy(name => ClassName.Number(name)).ThenBy(name => name, StringComparer.Ordinal)]
            : [.. names.Order(StringComparer.Ordinal)];
    }
}
