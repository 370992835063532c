using Bitloom.Engine;

namespace Bitloom.Fuzzing;

/// <summary>
/// Random programs through every implementation: the C# ones tensor by tensor, then the translated RTL in Verilator,
/// one simulator an engine and many programs on it.
/// </summary>
public static class Campaign
{
    /// <summary>Plays the programs of all engines, as many engines at a time as there are processors.</summary>
    /// <param name="onEngine">Hears what each engine has shown, one at a time.</param>
    public static async Task<CampaignResult> RunAsync(
        CampaignOptions options, Action<int, CampaignResult>? onEngine = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var results = new CampaignResult[options.Engines];
        var gate = new Lock();
        await Parallel.ForAsync(0, options.Engines, cancellation, async (index, token) =>
        {
            var seed = options.FirstEngine + index;
            results[index] = await EngineAsync(RandomCases.OfEngine(seed, options.Programs, options.Windows), token);
            lock (gate)
                onEngine?.Invoke(seed, results[index]);
        });
        return results.Aggregate(CampaignResult.None, (all, one) => all.With(one));
    }

    private static async Task<CampaignResult> EngineAsync(
        IReadOnlyList<ProgramCase> drawn, CancellationToken cancellation)
    {
        var cases = drawn.Where(Compiles).ToArray();
        var result = CampaignResult.None with { Refused = drawn.Count - cases.Length };
        if (cases.Length == 0)
            return result;
        var programs = EngineCompiler.CompileTogether(
            [.. cases.Select(each => each.Graph)], EngineOptions.Pinned(cases[0].Shape));
        if (!programs.Ok)
            throw new InvalidOperationException(string.Join('\n', programs.Diagnostics));
        using var engine = await SimulatedEngine.BuildAsync(programs.Value[0], cases[0].Kinds, cancellation);
        foreach (var (each, program) in cases.Zip(programs.Value))
        {
            var failure = SoftwareCheck.Of(each, program) ?? await engine.PlayAsync(each, program, cancellation);
            result = result.With(Counted(each, program, failure));
        }

        return result;
    }

    private static bool Compiles(ProgramCase each) =>
        EngineCompiler.Compile(each.Graph, EngineOptions.Pinned(each.Shape)).Ok;

    private static CampaignResult Counted(ProgramCase each, EngineProgram program, CaseFailure? failure)
    {
        var windows = each.Inputs.Count();
        return new(
            1, 0, windows, windows * program.Outputs, windows * program.Schedule.Cycles,
            failure is null ? [] : [failure]);
    }
}
