using Bitloom.Engine;
using Bitloom.Interpreter;

namespace Bitloom.Fuzzing;

/// <summary>The implementations in C# against the oracle, every tensor of every window.</summary>
public static class SoftwareCheck
{
    /// <summary>The first difference, or null.</summary>
    public static CaseFailure? Of(ProgramCase @case, EngineProgram program)
    {
        ArgumentNullException.ThrowIfNull(@case);
        FastEvaluator[] fast = [.. FastEvaluator.SupportedPaths.Select(path => new FastEvaluator(@case.Graph, path))];
        return @case.Inputs.Select((input, window) =>
        {
            var expected = GraphInterpreter.Run(@case.Graph, input);
            return fast.Select(evaluator => OfFast(@case, evaluator, input, window, expected)).FirstOrDefault(Differs)
                ?? OfSimulator(@case, program, input, window, expected);
        }).FirstOrDefault(Differs);
    }

    private static bool Differs(CaseFailure? failure) => failure is not null;

    private static CaseFailure? OfFast(
        ProgramCase @case, FastEvaluator evaluator, int[] input, int window, InterpretationResult expected)
    {
        var found = evaluator.Trace(input);
        var differing = expected.Tensors.FirstOrDefault(tensor => !tensor.Value.SequenceEqual(found[tensor.Key])).Key;
        return differing is null
            ? null
            : new(@case, $"fast evaluator, {evaluator.InstructionSet}", Message(window, differing));
    }

    private static CaseFailure? OfSimulator(
        ProgramCase @case, EngineProgram program, int[] input, int window, InterpretationResult expected)
    {
        const string simulator = "engine simulator";
        var simulated = EngineSimulator.Run(program, input, observer: null, remains: @case.ResetSeed + window);
        var differing = program.MemoryMap
            .Where(entry => entry.LastWrite >= 0)
            .FirstOrDefault(entry => !simulated
                .Tensor(entry, @case.Graph.TensorOf(entry.Tensor).Format.Signed)
                .SequenceEqual(expected[entry.Tensor]));
        if (differing is not null)
            return new(@case, simulator, Message(window, differing.Tensor));
        if (!simulated.Output.SequenceEqual(expected.Output))
            return new(@case, simulator, Message(window, "the output"));
        return simulated.Cycles == program.Schedule.Cycles
            ? null
            : new(@case, simulator, "its cycles are not the predicted ones");
    }

    private static string Message(int window, string tensor) =>
        FormattableString.Invariant($"window {window}: {tensor} differs");
}
