using System.Reflection;

namespace Bitloom.Pipeline;

/// <summary>
/// Tells one build of Bitloom from another, so that a changed one takes nothing over: the version identifiers of its
/// modules follow from their contents, embedded sources included.
/// </summary>
internal static class ProgramIdentity
{
    private const string Own = "Bitloom.";

    /// <summary>A hash of the assembly, Bitloom's others that it refers to, and the runtime's version.</summary>
    public static string Of(Assembly assembly)
    {
        var found = new SortedDictionary<string, Guid>(StringComparer.Ordinal);
        Add(assembly, found);
        return ContentHash.Of(
            string.Join('\n', found.Select(pair => $"{pair.Key} {pair.Value}")) + $"\n{Environment.Version}");
    }

    private static void Add(Assembly assembly, SortedDictionary<string, Guid> found)
    {
        if (!found.TryAdd(assembly.GetName().Name!, assembly.ManifestModule.ModuleVersionId))
            return;
        foreach (var name in assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith(Own, StringComparison.Ordinal)))
        {
            Add(Assembly.Load(name), found);
        }
    }
}
