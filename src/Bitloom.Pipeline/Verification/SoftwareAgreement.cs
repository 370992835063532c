using Bitloom.Engine;
using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Quantization;

namespace Bitloom.Pipeline;

/// <summary>
/// Hardware-exact forward = interpreter = engine simulator, every tensor of every window. Windows are independent and
/// spread over the processors; results are put together in window order.
/// </summary>
internal static class SoftwareAgreement
{
    public const string Name = "simulate";

    private const int BlockWindows = 16;
    private static readonly (string, string) Interpreted = ("hardware-exact forward", "integer graph interpreter");
    private static readonly (string, string) Simulated = ("integer graph interpreter", "engine simulator");

    /// <summary>Both rungs over quantized windows.</summary>
    public static IReadOnlyList<RungResult> Compare(
        IntegerEncoder encoder, IntegerGraph graph, EngineProgram program, int[] windows, IStageProgress progress,
        CancellationToken cancellation)
    {
        var size = graph.InputTensor.Count;
        var count = windows.Length / size;
        progress.Begin(Name, count, "windows");
        var blocks = new (RungResult Interpreter, RungResult Engine)[(count + BlockWindows - 1) / BlockWindows];
        Parallel.For(0, blocks.Length, new ParallelOptions { CancellationToken = cancellation }, block =>
        {
            var first = block * BlockWindows;
            var taken = Math.Min(BlockWindows, count - first);
            blocks[block] = Block(encoder, graph, program, windows.AsSpan(first * size, taken * size), first);
            progress.Advance(taken);
        });
        cancellation.ThrowIfCancellationRequested();
        var interpreter = blocks.Select(block => block.Interpreter).Aggregate((left, right) => left.With(right));
        var engine = blocks.Select(block => block.Engine).Aggregate((left, right) => left.With(right));
        progress.End(FormattableString.Invariant($"{interpreter.Differences + engine.Differences} differences"));
        return [interpreter, engine];
    }

    private static (RungResult, RungResult) Block(
        IntegerEncoder encoder, IntegerGraph graph, EngineProgram program, ReadOnlySpan<int> windows, int first)
    {
        var trace = new HardwareExactForward(encoder).Trace(windows);
        var interpreter = new RungResult(Interpreted.Item1, Interpreted.Item2, 0, 0, null);
        var engine = new RungResult(Simulated.Item1, Simulated.Item2, 0, 0, null);
        for (var window = 0; window < trace.Windows; window++)
        {
            var input = trace.Of(graph.InputTensor, window);
            var expected = GraphInterpreter.Run(graph, input);
            interpreter = interpreter.With(OfInterpreter(encoder, trace, window, first, expected));
            engine = engine.With(OfEngine(graph, program, input, first + window, expected));
        }

        return (interpreter, engine);
    }

    private static RungResult OfInterpreter(
        IntegerEncoder encoder, EncoderTrace trace, int window, int first, InterpretationResult found) =>
        encoder.Steps
            .Select(step => TensorComparison.Compare(
                Interpreted, first + window, step.Output.Name, trace.Of(step.Output, window), found[step.Output.Name]))
            .Aggregate((left, right) => left.With(right));

    private static RungResult OfEngine(
        IntegerGraph graph, EngineProgram program, ReadOnlySpan<int> input, int window, InterpretationResult expected)
    {
        var simulated = EngineSimulator.Run(program, input);
        var result = new RungResult(Simulated.Item1, Simulated.Item2, 0, 0, null);
        foreach (var entry in program.MemoryMap.Where(entry => entry.LastWrite >= 0))
        {
            var found = simulated.Tensor(entry, graph.TensorOf(entry.Tensor).Format.Signed);
            result = result.With(
                TensorComparison.Compare(Simulated, window, entry.Tensor, expected[entry.Tensor], found));
        }

        return result.With(TensorComparison.Compare(
            Simulated, window, graph.Output, expected.Output, [.. simulated.Output]));
    }
}
