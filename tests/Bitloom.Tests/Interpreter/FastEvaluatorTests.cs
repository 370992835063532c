using Bitloom.Diagnostics;
using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Tests.Interpreter;

/// <summary>The fast evaluator by every set of instructions that this processor has, against the interpreter.</summary>
public sealed class FastEvaluatorTests
{
    private static readonly IntegerGraph Encoder = RandomGraphs.Create(5);

    public static TheoryData<InstructionPath> Paths => [.. FastEvaluator.SupportedPaths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryTensor_EqualsTheInterpreters_OnRandomGraphs(InstructionPath path)
    {
        foreach (var seed in Enumerable.Range(0, 250))
            ShouldEqualInterpreter(RandomGraphs.Create(seed), path, seed);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryTensor_EqualsTheInterpreters_WithEveryOperation(InstructionPath path)
    {
        foreach (var seed in Enumerable.Range(0, 250))
            ShouldEqualInterpreter(RandomGraphs.CreateAny(seed, RandomGraphOptions.Everything), path, seed);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryTensor_EqualsTheInterpreters_WhateverTheSizes(InstructionPath path)
    {
        foreach (var seed in Enumerable.Range(0, 80))
        {
            var options = new RandomGraphOptions { Window = 1 + seed % 37, HeadDimension = 1 + seed % 19 };
            ShouldEqualInterpreter(RandomGraphs.Create(seed, options), path, seed);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryTensor_EqualsTheInterpreters_WithMultipliersOf18Bits(InstructionPath path)
    {
        foreach (var seed in Enumerable.Range(0, 80))
        {
            var options = new RandomGraphOptions { MultiplierBits = 18, MinimumBits = 7, Residuals = true };
            ShouldEqualInterpreter(RandomGraphs.Create(seed, options), path, seed);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryTensor_EqualsTheInterpreters_WhereTheGraphIsWiderThanAnEngine(InstructionPath path)
    {
        var format = IntegerFormat.S(8);
        var weight = new ConstantOp(new("w", 2000, 1, format, new(1, 0)), [.. Enumerable.Repeat(-127, 2000)]);
        var residual = new ResidualTerm("r", [-131072], 36);
        var epilogue = new Epilogue([-131072], [1L << 46], 20, residual, -128, 127);
        var graph = new IntegerGraph(
            "wide",
            [
                new InputOp(new("x", 1, 2000, format, new(1, 0))),
                weight,
                new ConstantOp(new("r", 1, 1, format, new(1, 0)), [3]),
                new MatMulOp(new("y", 1, 1, format, new(1, 0)), "x", "w", MatMulKind.Dense, 1, epilogue),
            ],
            "y");

        ValueRanges.Of(graph, (MatMulOp)graph.Producer("y")).SumBits.ShouldBeGreaterThan(52);
        ShouldEqualInterpreter(graph, path, seed: 1);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryTensor_EqualsTheInterpreters_WithAPreciseReciprocal(InstructionPath path)
    {
        foreach (var k in (int[])[22, 23, 24, 40])
        {
            var scores = new Tensor("x", 3, 17, IntegerFormat.S(2), new(1, 0));
            var softmax = new SoftmaxOp(
                new("p", 3, 17, IntegerFormat.U(8), new(1, 0)), "x", [4095, 1000, 10, 0], 12, k);

            ShouldEqualInterpreter(new("softmax", [new InputOp(scores), softmax], "p"), path, seed: k);
        }
    }

    [Fact]
    public void Run_ReturnsTheInput_WhereItIsTheOutput()
    {
        var graph = new IntegerGraph("bare", [new InputOp(new("x", 2, 1, IntegerFormat.S(4), new(1, 0)))], "x");

        Run(new FastEvaluator(graph), [3, -4, 5, -6]).ShouldBe([3, -4, 5, -6]);
    }

    [Fact]
    public void Constructor_Refuses_AGraphThatIsNotValid()
    {
        var graph = new IntegerGraph("bare", [new InputOp(new("x", 2, 1, IntegerFormat.S(9), new(1, 0)))], "x");

        Should.Throw<CompilerBugException>(() => new FastEvaluator(graph)).Message.ShouldContain("x: has 9 bits");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Run_GivesTheSameOutputs_WhateverTheNumberOfThreads(int threads)
    {
        var windows = Windows(Encoder, 300);
        int[] expected = [.. windows.Chunk(Encoder.InputTensor.Count)
            .SelectMany(window => GraphInterpreter.Run(Encoder, window).Output)];

        var outputs = new FastEvaluator(Encoder).Run(windows, threads, TestContext.Current.CancellationToken);

        outputs.ShouldBe(expected);
    }

    [Fact]
    public void Run_GivesNothing_OfNoWindows()
    {
        Run(new FastEvaluator(Encoder), []).ShouldBeEmpty();
    }

    [Fact]
    public void Run_Refuses_AValueOutsideTheInputsFormat()
    {
        var windows = Windows(Encoder, 2);
        windows[^1] = 1000;

        var fault = Should.Throw<CompilerBugException>(() => Run(new FastEvaluator(Encoder), windows));

        fault.Message.ShouldStartWith(FormattableString.Invariant(
            $"fast evaluator, tensor 'input': element {windows.Length - 1} is 1000, outside "));
    }

    [Fact]
    public void Run_Refuses_APartOfAWindow()
    {
        var windows = Windows(Encoder, 2)[..^1];

        var fault = Should.Throw<CompilerBugException>(() => Run(new FastEvaluator(Encoder), windows));

        fault.Message.ShouldContain("are no whole number of windows of");
    }

    [Fact]
    public void Run_Stops_WhenItIsCancelled()
    {
        var windows = Windows(Encoder, 2);

        Should.Throw<OperationCanceledException>(
            () => new FastEvaluator(Encoder).Run(windows, cancellation: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void InstructionSet_NamesThePath()
    {
        new FastEvaluator(Encoder, InstructionPath.Portable).InstructionSet.ShouldContain("vectors");
        new FastEvaluator(Encoder).Path.ShouldBe(FastEvaluator.SupportedPaths[^1]);
    }

    private static int[] Run(FastEvaluator evaluator, int[] windows) =>
        evaluator.Run(windows, cancellation: TestContext.Current.CancellationToken);

    private static int[] Windows(IntegerGraph graph, int count) =>
        [.. Enumerable.Range(0, count).SelectMany(seed => RandomGraphs.Input(graph, seed))];

    private static void ShouldEqualInterpreter(IntegerGraph graph, InstructionPath path, int seed)
    {
        var evaluator = new FastEvaluator(graph, path);
        var windows = Windows(graph, 2);
        var outputs = Run(evaluator, windows).Chunk(graph.OutputCount).ToArray();
        foreach (var (window, output) in windows.Chunk(graph.InputTensor.Count).Zip(outputs))
        {
            var expected = GraphInterpreter.Run(graph, window);
            var trace = evaluator.Trace(window);
            output.ShouldBe(expected.Output, $"{graph.Name}, seed {seed}");
            trace.Tensors.Count.ShouldBe(expected.Tensors.Count);
            foreach (var (tensor, values) in expected.Tensors)
                trace[tensor].ShouldBe(values, $"{graph.Name}, seed {seed}, {tensor}");
        }
    }
}
