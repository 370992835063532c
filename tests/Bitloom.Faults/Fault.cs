namespace Bitloom.Faults;

/// <summary>
/// One fault in one file, of the kind that a slip of the hand makes: data, put in by whoever asks whether a suite
/// notices.
/// </summary>
/// <param name="Name">What is wrong; no two faults have the same name.</param>
/// <param name="File">Path from the root of the repository, with forward slashes.</param>
/// <param name="Original">Text of the file, short and local; it occurs once, or <see cref="Occurrence"/> says where.
/// </param>
/// <param name="Replacement">What stands there instead.</param>
/// <param name="Suite">Who is expected to notice: names of unit test classes, separated by spaces; for the RTL a bench
/// or one of <see cref="Suites"/>.</param>
public sealed record Fault(string Name, string File, string Original, string Replacement, string Suite)
{
    /// <summary>Which occurrence of the original is meant, from 1; 0 when there is one only.</summary>
    public int Occurrence { get; init; }

    /// <summary>Why no test can notice this fault; null for those that must be noticed.</summary>
    public string? Survives { get; init; }

    /// <summary>True for a fault in C#.</summary>
    public bool IsSoftware => File.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>The file's text with the fault.</summary>
    /// <exception cref="StaleFaultException">The original does not occur as often as it should.</exception>
    public string Apply(string text)
    {
        var places = Places(text);
        var fits = Occurrence == 0 ? places.Count == 1 : places.Count >= Occurrence;
        if (!fits || Original == Replacement)
            throw new StaleFaultException(this, places.Count);
        var start = places[Math.Max(Occurrence, 1) - 1];
        return string.Concat(text.AsSpan(0, start), Replacement, text.AsSpan(start + Original.Length));
    }

    /// <summary>The name: the list is a theory's data.</summary>
    public override string ToString() => Name;

    private List<int> Places(string text)
    {
        var places = new List<int>();
        for (var from = 0; text.IndexOf(Original, from, StringComparison.Ordinal) is var place and >= 0;)
        {
            places.Add(place);
            from = place + Original.Length;
        }

        return places;
    }
}
