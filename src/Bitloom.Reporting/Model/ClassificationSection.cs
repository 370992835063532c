using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>How the integer model tells the classes of the test split apart.</summary>
/// <param name="Confusion">Windows by their class (the list) and the class that they were taken for (in it).</param>
public sealed record ClassificationSection(
    ImmutableArray<ClassEntry> Classes, ImmutableArray<ImmutableArray<int>> Confusion);

/// <summary>One class of the test split; shares are from 0 to 1.</summary>
/// <param name="Windows">How many windows are of it.</param>
/// <param name="Precision">The share of what was taken for it that is of it.</param>
/// <param name="Recall">The share of its windows that were found.</param>
/// <param name="F1">The harmonic mean of both.</param>
public sealed record ClassEntry(string Name, int Windows, double Precision, double Recall, double F1);
