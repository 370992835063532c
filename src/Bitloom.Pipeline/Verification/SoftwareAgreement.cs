using Bitloom.Engine;
using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Quantization;

namespace Bitloom.Pipeline;

/// <summary>
/// Hardware-exact forward = interpreter = fast evaluator = engine simulator, every tensor of every window. Windows are
/// independent and spread over the processors; results are put together in window order.
/// </summary>
internal static class SoftwareAgreement
{
    public const string Name = "simulate";

    private const int BlockWindows = 16;
    private static readonly (string, string) Interpreted = ("hardware-exact forward", "integer graph interpreter");
    private static readonly (string, string) Fast = ("integer graph interpreter", "fast evaluator");
    private static readonly (string, string) Simulated = ("integer graph interpreter", "engine simulator");

    /// <summary>The three rungs over quantized windows.</summary>
    public static IReadOnlyList<RungResult> Compare(
        IntegerEncoder encoder, IntegerGraph graph, EngineProgram program, int[] windows, IStageProgress progress,
        CancellationToken cancellation)
    {
        var size = graph.InputTensor.Count;
        var count = windows.Length / size;
        progress.Begin(Name, count, "windows");
        var implementations = new Implementations(encoder, graph, new FastEvaluator(graph), program);
        var blocks = new RungResult[(count + BlockWindows - 1) / BlockWindows][];
        Parallel.For(0, blocks.Length, new ParallelOptions { CancellationToken = cancellation }, block =>
        {
            var first = block * BlockWindows;
            var taken = Math.Min(BlockWindows, count - first);
            blocks[block] = Block(implementations, windows.AsMemory(first * size, taken * size), first);
            progress.Advance(taken);
        });
        cancellation.ThrowIfCancellationRequested();
        var rungs = blocks.Aggregate(With);
        progress.End(FormattableString.Invariant($"{rungs.Sum(rung => rung.Differences)} differences"));
        return rungs;
    }

    private static RungResult[] Block(Implementations of, ReadOnlyMemory<int> windows, int first)
    {
        var trace = new HardwareExactForward(of.Encoder).Trace(windows.Span);
        RungResult[] rungs = [Empty(Interpreted), Empty(Fast), Empty(Simulated)];
        int[] expectedOutputs = [];
        for (var window = 0; window < trace.Windows; window++)
        {
            var input = trace.Of(of.Graph.InputTensor, window);
            var expected = GraphInterpreter.Run(of.Graph, input);
            rungs = With(rungs,
            [
                OfInterpreter(of.Encoder, trace, window, first, expected),
                OfFast(of, input, first + window, expected),
                OfEngine(of.Graph, of.Program, input, first + window, expected),
            ]);
            expectedOutputs = [.. expectedOutputs, .. expected.Output];
        }

        rungs[1] = rungs[1].With(OfBatch(of, windows, first, expectedOutputs));
        return rungs;
    }

    private static RungResult[] With(RungResult[] rungs, RungResult[] later) =>
        [.. rungs.Zip(later, (left, right) => left.With(right))];

    private static RungResult Empty((string From, string To) rung) => new(rung.From, rung.To, 0, 0, null);

    private static RungResult OfFast(
        Implementations of, ReadOnlySpan<int> input, int window, InterpretationResult expected)
    {
        var found = of.Fast.Trace(input);
        return of.Graph.Operations
            .Where(op => op is not (InputOp or ConstantOp))
            .Select(op => op.Output.Name)
            .Select(name => TensorComparison.Compare(Fast, window, name, expected[name], found[name]))
            .Aggregate((left, right) => left.With(right));
    }

    /// <summary>The outputs once more, by the way that is taken for many windows.</summary>
    private static RungResult OfBatch(
        Implementations of, ReadOnlyMemory<int> windows, int first, int[] expected)
    {
        var size = of.Graph.OutputCount;
        return of.Fast.Run(windows, threads: 1).Chunk(size).Zip(expected.Chunk(size))
            .Select((pair, window) =>
                TensorComparison.Compare(Fast, first + window, string.Join(", ", of.Graph.Outputs), pair.Second, pair.First))
            .Aggregate((left, right) => left.With(right));
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
        var result = Empty(Simulated);
        foreach (var entry in program.MemoryMap.Where(entry => entry.LastWrite >= 0))
        {
            var found = simulated.Tensor(entry, graph.TensorOf(entry.Tensor).Format.Signed);
            result = result.With(
                TensorComparison.Compare(Simulated, window, entry.Tensor, expected[entry.Tensor], found));
        }

        return result.With(TensorComparison.Compare(
            Simulated, window, string.Join(", ", graph.Outputs), expected.Output, [.. simulated.Output]));
    }

    private sealed record Implementations(
        IntegerEncoder Encoder, IntegerGraph Graph, FastEvaluator Fast, EngineProgram Program);
}
