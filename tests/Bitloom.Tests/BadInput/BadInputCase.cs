using System.Collections.Immutable;
using Bitloom.Pipeline;

namespace Bitloom.Tests.BadInput;

/// <summary>One kind of bad input: what lies in the user's folder, and what the user types there.</summary>
/// <param name="Title">Names the kind.</param>
/// <param name="Line">The command line behind the program's name; FOLDER is the user's folder.</param>
internal sealed record BadInputCase(string Title, string Line)
{
    /// <summary>What the folder has besides, or in place of, a project that is in order; told to the reader.</summary>
    public string Given { get; init; } = "";

    /// <summary>Makes what is given, in a folder with a project that is in order.</summary>
    public Action<TemporaryFolder> Make { get; init; } = _ => { };

    /// <summary>The external programs; null: all of them are there.</summary>
    public Func<TemporaryFolder, Task<BuildTools>>? Tools { get; init; }

    /// <summary>Variables of the environment, for a process of its own; none: the program runs in the test.</summary>
    public ImmutableArray<(string Name, string Value)> Environment { get; init; } = [];

    /// <summary>Held while the command runs.</summary>
    public Func<TemporaryFolder, IDisposable>? Meanwhile { get; init; }

    /// <summary>The file that is given in place of the one in order.</summary>
    public static Action<TemporaryFolder> File(string name, string text) => folder => folder.With(name, text);
}
