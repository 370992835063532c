using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Fuzzing;

/// <summary>
/// Makes a failing case small: takes each simplification that still fails, until none does. First on the engine that
/// failed, whose simulator is there; then on smaller ones, each of which has to be built.
/// </summary>
public static class CaseShrinker
{
    private const int MostSteps = 400;

    /// <summary>The smallest failure found; the one given when nothing simpler fails.</summary>
    public static async Task<CaseFailure> ShrinkAsync(CaseFailure failure, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var program = EngineCompiler.Compile(failure.Case.Graph, EngineOptions.Pinned(failure.Case.Shape));
        if (!program.Ok)
            return failure;
        using var engine = await SimulatedEngine.BuildAsync(program.Value, failure.Case.Kinds, cancellation);
        var small = await ShrinkAsync(failure, SimplerCases.OnTheSameEngine, FailsHere);
        return await ShrinkAsync(small, SimplerCases.OnSmallerEngines, each => FailsAsync(each, cancellation));

        async Task<CaseFailure?> FailsHere(ProgramCase each) =>
            EngineCompiler.CompileFor(each.Graph, program.Value.Parameters) is { Ok: true, Value: var loaded }
                ? SoftwareCheck.Of(each, loaded) ?? await engine.PlayAsync(each, loaded, cancellation)
                : null;
    }

    /// <summary>How a case fails on an engine of its own; null when it does not, or cannot be compiled.</summary>
    public static async Task<CaseFailure?> FailsAsync(ProgramCase @case, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var program = EngineCompiler.Compile(@case.Graph, EngineOptions.Pinned(@case.Shape));
        if (!program.Ok)
            return null;
        if (SoftwareCheck.Of(@case, program.Value) is { } failure)
            return failure;
        using var engine = await SimulatedEngine.BuildAsync(program.Value, @case.Kinds, cancellation);
        return await engine.PlayAsync(@case, program.Value, cancellation);
    }

    /// <summary>Takes the first simpler case that still fails, again and again.</summary>
    public static async Task<CaseFailure> ShrinkAsync(
        CaseFailure failure, Func<ProgramCase, IEnumerable<ProgramCase>> simpler,
        Func<ProgramCase, Task<CaseFailure?>> fails)
    {
        for (var steps = MostSteps; steps > 0;)
        {
            CaseFailure? next = null;
            foreach (var each in simpler(failure.Case).Where(IsValid))
            {
                next = await fails(each);
                if (next is not null || --steps == 0)
                    break;
            }

            if (next is null)
                break;
            failure = next;
        }

        return failure;
    }

    private static bool IsValid(ProgramCase each) => !GraphVerifier.Verify(each.Graph).Any();
}
