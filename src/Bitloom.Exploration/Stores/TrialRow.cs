using System.Collections.Immutable;

namespace Bitloom.Exploration;

/// <summary>A trial as its table has it, with the state that follows from the database's clock.</summary>
internal sealed record TrialRow
{
    public required int Number { get; init; }

    public required int Generation { get; init; }

    public required string Settings { get; init; }

    public required TrialState State { get; init; }

    public string? Worker { get; init; }

    public string? Result { get; init; }

    /// <summary>What to select.</summary>
    public static string Columns(SqlDialect dialect) =>
        $"""
        number, generation, settings, worker, result,
        CASE WHEN result IS NOT NULL THEN {(int)TrialState.Finished}
             WHEN lease > {dialect.Now} THEN {(int)TrialState.Running}
             ELSE {(int)TrialState.Waiting} END AS state
        """;

    public Trial ToTrial() => new(
        Number, Generation, StudyJson.Parse<ImmutableSortedDictionary<string, string>>(Settings), State, Worker,
        Result is null ? null : StudyJson.Parse<TrialResult>(Result));
}
