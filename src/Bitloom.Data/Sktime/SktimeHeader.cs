using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>What the directives of a .ts file say of its examples; null for what they do not say.</summary>
internal sealed record SktimeHeader
{
    public int? Dimensions { get; init; }

    public int? Length { get; init; }

    /// <summary>Null without the directive @classLabel; empty when it says that there are none.</summary>
    public ImmutableArray<string>? Classes { get; init; }
}
