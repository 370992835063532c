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
        foreach (var (input, window) in @case.Inputs.Select((input, window) => (input, window)))
        {
            var expected = GraphInterpreter.Run(@case.Graph, input);
            var simulated = EngineSimulator.Run(program, input, observer: null, remains: @case.ResetSeed + window);
            if (Difference(@case, program, expected, simulated) is { } tensor)
                return new(@case, "engine simulator", FormattableString.Invariant($"window {window}: {tensor} differs"));
            if (simulated.Cycles != program.Schedule.Cycles)
                return new(@case, "engine simulator", "its cycles are not the predicted ones");
        }

        return null;
    }

    private static string? Difference(
        ProgramCase @case, EngineProgram program, InterpretationResult expected, SimulationResult simulated)
    {
        var differing = program.MemoryMap
            .Where(entry => entry.LastWrite >= 0)
            .FirstOrDefault(entry => !simulated
                .Tensor(entry, @case.Graph.TensorOf(entry.Tensor).Format.Signed)
                .SequenceEqual(expected[entry.Tensor]));
        return differing?.Tensor ?? (simulated.Output.SequenceEqual(expected.Output) ? null : "the output");
    }
}
