using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Exploration;

/// <summary>Studies in a database. Each change is one transaction, which may be played twice.</summary>
internal sealed class SqlStudyStore(StudyDatabase database) : IStudyStore
{
    private const string TheTrial = "study = @study AND number = @number";

    private SqlDialect Dialect => database.Dialect;

    /// <inheritdoc/>
    /// <remarks>Of two numbers of trials the greater one holds, so that a study can be made longer.</remarks>
    public async Task<Checked<StudyDefinition>> OpenAsync(StudyDefinition definition, CancellationToken cancellation)
    {
        var row = await database.WriteAsync(StudyRow.Of(definition).InsertAsync, cancellation);
        var found = row.ToDefinition();
        return found.Text == definition.Text
            ? Checked.Success(found)
            : Checked.Failure<StudyDefinition>(StudyFaults.AnotherDefinition(database, found, definition));
    }

    public Task<IReadOnlyList<StudyDefinition>> StudiesAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<StudyDefinition>>(
            async session =>
            [
                .. (await session.AllAsync<StudyRow>("SELECT * FROM bitloom_study"))
                    .Select(row => row.ToDefinition()).OrderBy(study => study.Name, StringComparer.Ordinal),
            ],
            cancellation);

    public Task<IReadOnlyList<Trial>> TrialsAsync(string study, CancellationToken cancellation)
    {
        var sql = $"SELECT {TrialRow.Columns(Dialect)} FROM bitloom_trial WHERE study = @study ORDER BY number";
        return database.ReadAsync<IReadOnlyList<Trial>>(
            async session => [.. (await session.AllAsync<TrialRow>(sql, new { study })).Select(row => row.ToTrial())],
            cancellation);
    }

    public Task ProposeAsync(
        string study, int generation, int firstNumber,
        IReadOnlyList<ImmutableSortedDictionary<string, string>> settings, CancellationToken cancellation)
    {
        const string Sql =
            """
            INSERT INTO bitloom_trial (study, number, generation, settings)
            VALUES (@study, @number, @generation, @settings)
            """;
        var rows = settings.Select((values, index) =>
            new { study, number = firstNumber + index, generation, settings = StudyJson.Print(values) }).ToArray();
        return database.WriteAsync(
            async session => await HasAsync(session, study, generation) ? 0 : await session.ExecuteAsync(Sql, rows),
            cancellation);
    }

    public async Task<Trial?> ClaimAsync(
        string study, string worker, TimeSpan lease, CancellationToken cancellation)
    {
        var sql =
            $"""
            UPDATE bitloom_trial SET worker = @worker, lease = {Dialect.Now} + @seconds
            WHERE study = @study AND number = (
                SELECT number FROM bitloom_trial
                WHERE study = @study AND result IS NULL AND (lease IS NULL OR lease <= {Dialect.Now})
                ORDER BY number LIMIT 1 {Dialect.LockFreeRow})
            RETURNING number, generation, settings, worker, {(int)TrialState.Running} AS state
            """;
        var parameters = new { study, worker, seconds = lease.TotalSeconds };
        var row = await database.WriteAsync(session => session.FirstAsync<TrialRow>(sql, parameters), cancellation);
        return row?.ToTrial();
    }

    public Task<bool> RenewAsync(
        string study, int number, string worker, TimeSpan lease, CancellationToken cancellation) =>
        UpdateAsync(
            $"SET lease = {Dialect.Now} + @seconds WHERE {TheTrial} AND worker = @worker AND result IS NULL",
            new { study, number, worker, seconds = lease.TotalSeconds },
            cancellation);

    public Task ReleaseAsync(string study, int number, string worker, CancellationToken cancellation) =>
        UpdateAsync(
            $"SET worker = NULL, lease = NULL WHERE {TheTrial} AND worker = @worker AND result IS NULL",
            new { study, number, worker },
            cancellation);

    /// <inheritdoc/>
    /// <remarks>
    /// A lease that ended costs nothing while nobody else has the trial, and the same worker may say twice that it is
    /// finished: the first result stays.
    /// </remarks>
    public Task<bool> FinishAsync(
        string study, int number, string worker, TrialResult result, CancellationToken cancellation) =>
        UpdateAsync(
            $"SET result = COALESCE(result, @text) WHERE {TheTrial} AND worker = @worker",
            new { study, number, worker, text = StudyJson.Print(result) },
            cancellation);

    public Task VerifyAsync(
        string study, int number, int point, PointVerification verification, CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                var text = await session.FirstAsync<string>(
                    $"SELECT result FROM bitloom_trial WHERE {TheTrial} {Dialect.LockRow}", new { study, number });
                var verified = StudyJson.Print(Verify(study, number, text, point, verification));
                return await session.ExecuteAsync(
                    $"UPDATE bitloom_trial SET result = @verified WHERE {TheTrial}", new { study, number, verified });
            },
            cancellation);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    // Who proposes holds the study's row, so that nobody else proposes meanwhile.
    private async Task<bool> HasAsync(SqlSession session, string study, int generation)
    {
        await session.ExecuteAsync($"SELECT 1 FROM bitloom_study WHERE name = @study {Dialect.LockRow}", new { study });
        return await session.FirstAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM bitloom_trial WHERE study = @study AND generation = @generation)",
            new { study, generation });
    }

    private Task<bool> UpdateAsync(string changes, object parameters, CancellationToken cancellation) =>
        database.WriteAsync(
            async session => await session.ExecuteAsync($"UPDATE bitloom_trial {changes}", parameters) == 1,
            cancellation);

    private static TrialResult Verify(
        string study, int number, string? text, int point, PointVerification verification)
    {
        var result = text is null ? null : StudyJson.Parse<TrialResult>(text);
        if (result is null || point < 0 || point >= result.Points.Length)
            throw new CompilerBugException(
                nameof(SqlStudyStore), $"trial {number} of '{study}' has no point {point} to verify");
        var verified = result.Points[point] with { Verification = verification };
        return result with { Points = result.Points.SetItem(point, verified) };
    }
}
