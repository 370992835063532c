using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>A study as its table has it.</summary>
internal sealed record StudyRow
{
    // An update that changes nothing, because RETURNING has no row of an insertion that did nothing.
    private const string Insertion =
        """
        INSERT INTO bitloom_study (name, project, device, objectives, parameters, trials, text)
        VALUES (@Name, @Project, @Device, @Objectives, @Parameters, @Trials, @Text)
        ON CONFLICT (name) DO UPDATE SET trials = CASE
            WHEN bitloom_study.text = excluded.text AND bitloom_study.trials < excluded.trials
            THEN excluded.trials ELSE bitloom_study.trials END
        RETURNING *
        """;

    public required string Name { get; init; }

    public required string Project { get; init; }

    public required string Device { get; init; }

    public required string Objectives { get; init; }

    public required string Parameters { get; init; }

    public required int Trials { get; init; }

    public required string Text { get; init; }

    public static StudyRow Of(StudyDefinition definition) => new()
    {
        Name = definition.Name,
        Project = definition.Project,
        Device = definition.Device,
        Objectives = StudyJson.Print(definition.Objectives),
        Parameters = StudyJson.Print(definition.Parameters),
        Trials = definition.Trials,
        Text = definition.Text,
    };

    /// <summary>Makes the study; the row that is in the table then.</summary>
    public async Task<StudyRow> InsertAsync(SqlSession session) =>
        await session.FirstAsync<StudyRow>(Insertion, this) ?? throw new CompilerBugException(
            nameof(StudyRow), $"the study '{Name}' was neither made nor found");

    public StudyDefinition ToDefinition() => new(
        Name, Project, Device, StudyJson.Parse<ImmutableArray<Measure>>(Objectives),
        StudyJson.Parse<ImmutableArray<string>>(Parameters), Trials, Text);
}
