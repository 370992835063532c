using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>
/// Evaluates an integer graph exactly as docs/arithmetic.md says it, for many windows: planned once, with vectors, and
/// on all processors. Every tensor equals the <see cref="GraphInterpreter"/>'s.
/// </summary>
public sealed class FastEvaluator
{
    // Few enough for the threads to end together, many enough for their turns to cost nothing.
    private const int BlockWindows = 64;

    private readonly IntegerGraph graph;
    private readonly EvaluationPlan plan;
    private readonly Tensor input;
    private readonly TensorPlace inputPlace;
    private readonly ImmutableArray<TensorPlace> outputPlaces;
    private readonly int outputs;

    /// <summary>Plans a graph.</summary>
    /// <param name="path">The instructions to use; the widest of <see cref="SupportedPaths"/> when null.</param>
    /// <exception cref="CompilerBugException">The graph is not valid.</exception>
    /// <exception cref="NotSupportedException">This processor does not have the instructions.</exception>
    public FastEvaluator(IntegerGraph graph, InstructionPath? path = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        GraphVerifier.Require(graph, "its maker, given to the fast evaluator");
        Path = path ?? SupportedPaths[^1];
        if (!SupportedPaths.Contains(Path))
            throw new NotSupportedException($"This processor does not have {Path}.");
        this.graph = graph;
        plan = EvaluationPlan.Of(graph, Path);
        input = graph.InputTensor;
        inputPlace = plan.Places[input.Name];
        outputPlaces = [.. graph.Outputs.Select(name => plan.Places[name])];
        outputs = graph.OutputCount;
    }

    /// <summary>The paths that this processor has, the widest last.</summary>
    public static ImmutableArray<InstructionPath> SupportedPaths { get; } =
    [
        InstructionPath.Portable,
        .. Avx2.IsSupported ? [InstructionPath.Avx2] : Array.Empty<InstructionPath>(),
        .. Avx512BW.IsSupported ? [InstructionPath.Avx512] : Array.Empty<InstructionPath>(),
    ];

    /// <summary>The instructions in use.</summary>
    public InstructionPath Path { get; }

    /// <summary>The instructions in use, for reports.</summary>
    public string InstructionSet => Path switch
    {
        InstructionPath.Avx512 => "AVX-512 BW",
        InstructionPath.Avx2 => "AVX2",
        InstructionPath.Portable => Vector128.IsHardwareAccelerated ? "portable 128-bit vectors" : "no vectors",
    };

    /// <summary>Evaluates windows; the result does not depend on the number of threads.</summary>
    /// <param name="windows">Quantized windows, one after the other, each row-major: tokens by features.</param>
    /// <param name="threads">How many threads at most; all processors when null.</param>
    /// <returns>The output tensors of each window, one after the other.</returns>
    /// <exception cref="CompilerBugException">A value is outside the input's format, or a window cut off.</exception>
    public int[] Run(ReadOnlyMemory<int> windows, int? threads = null, CancellationToken cancellation = default)
    {
        var (count, rest) = Math.DivRem(windows.Length, input.Count);
        if (rest != 0)
            throw Fault($"{windows.Length} values are no whole number of windows of {input.Count}");
        RequireFormat(windows.Span);
        var results = new int[count * outputs];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
        var blocks = (count + BlockWindows - 1) / BlockWindows;
        Parallel.For(0, blocks, options, plan.NewWorkspace, (block, _, workspace) =>
        {
            var end = Math.Min(count, (block + 1) * BlockWindows);
            for (var window = block * BlockWindows; window < end; window++)
                RunOne(workspace, windows.Span, window, results);
            return workspace;
        }, _ => { });
        return results;
    }

    /// <summary>Evaluates one window and keeps every tensor.</summary>
    /// <exception cref="CompilerBugException">A value is outside the input's format, or one is missing.</exception>
    public InterpretationResult Trace(ReadOnlySpan<int> window)
    {
        if (window.Length != input.Count)
            throw Fault($"has {window.Length} values instead of {input.Rows} x {input.Columns}");
        RequireFormat(window);
        var workspace = plan.NewWorkspace();
        inputPlace.Write(workspace.Tensors, window);
        var tensors = graph.Operations.OfType<ConstantOp>()
            .ToDictionary(op => op.Output.Name, op => op.Values.ToArray(), StringComparer.Ordinal);
        tensors.Add(input.Name, window.ToArray());
        foreach (var (output, operation) in plan.Steps)
        {
            operation.Run(workspace);
            var values = new int[graph.TensorOf(output).Count];
            plan.Places[output].Read(workspace.Tensors, values);
            tensors.Add(output, values);
        }

        return new(tensors, graph.Outputs);
    }

    private void RunOne(Workspace workspace, ReadOnlySpan<int> windows, int window, int[] results)
    {
        inputPlace.Write(workspace.Tensors, windows.Slice(window * input.Count, input.Count));
        foreach (var (_, operation) in plan.Steps)
            operation.Run(workspace);
        var start = window * outputs;
        foreach (var place in outputPlaces)
        {
            place.Read(workspace.Tensors, results.AsSpan(start, place.Rows * place.Columns));
            start += place.Rows * place.Columns;
        }
    }

    private void RequireFormat(ReadOnlySpan<int> values)
    {
        var (minimum, maximum) = (input.Format.Minimum, input.Format.Maximum);
        if (values.IndexOfAnyExceptInRange(minimum, maximum) is var index and >= 0)
        {
            throw Fault(FormattableString.Invariant(
                $"element {index} is {values[index]}, outside {minimum} .. {maximum} ({input.Format})"));
        }
    }

    private CompilerBugException Fault(string message) => new($"fast evaluator, tensor '{input.Name}'", message);
}
