using System.Collections.Immutable;

namespace Bitloom.Tests.BadInput;

/// <summary>Kinds of bad input that have the same subject: a part of the page.</summary>
/// <param name="Name">Names the golden.</param>
/// <param name="Lead">What the kinds have in common, for the reader.</param>
internal sealed record BadInputHeading(string Name, string Title, string Lead, ImmutableArray<BadInputCase> Cases);
