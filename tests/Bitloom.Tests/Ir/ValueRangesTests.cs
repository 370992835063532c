using System.Numerics;
using Bitloom.Diagnostics;
using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Tests.Interpreter;

namespace Bitloom.Tests.Ir;

public sealed class ValueRangesTests
{
    [Fact]
    public void Of_CoversEverySum_OnRandomGraphs()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var graph = RandomGraphs.Create(seed);
            var tensors = GraphInterpreter.Run(graph, RandomGraphs.Input(graph, seed)).Tensors;
            foreach (var op in graph.Operations.OfType<MatMulOp>())
                ShouldCover(graph, op, tensors);
        }
    }

    [Fact]
    public void Of_IsReached_ByTheExtremeInputs()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var graph = RandomGraphs.Create(seed, new() { Residuals = false });
            var op = (MatMulOp)graph.Producer("embedding");
            var column = seed % op.Output.Columns;
            var range = ValueRanges.Of(graph, op, column);

            var highest = Accumulate(graph, op, column, weight => weight > 0);
            var lowest = Accumulate(graph, op, column, weight => weight < 0);

            highest.ShouldBe(range.Accumulator.Maximum);
            lowest.ShouldBe(range.Accumulator.Minimum);
        }
    }

    [Fact]
    public void Of_UsesTheProducersClamp_OfOperandAndResidual()
    {
        var graph = SmallGraph.Create();

        var pooled = ValueRanges.Of(graph, (MatMulOp)graph.Producer("output"));
        var embedding = ValueRanges.Of(graph, (MatMulOp)graph.Producer("embedding"));

        // pooled is clamped to 0 .. 127 and its weights are 2 and -3; positions are 0, 5 and 7, -4 by column.
        pooled.Accumulator.ShouldBe(new(-3 * 127, 2 * 127));
        pooled.AccumulatorBits.ShouldBe(10);
        embedding.ResidualProduct.ShouldBe(new(-4 * 512 * 8, 7 * 512 * 8));
        embedding.Product.ShouldBe(new(-128 * 3 * 300, 127 * 3 * 300));
    }

    [Fact]
    public void Of_CoversPartialSums_WhenElementsCannotBeZero()
    {
        var a = new Tensor("x", 1, 1, IntegerFormat.S(8), new(1, 0));
        var embed = Clamped("a", 3, 7);
        var weight = new ConstantOp(new("w", 2, 1, IntegerFormat.S(8), new(1, 0)), [5, -5]);
        var first = new ConstantOp(new("v", 1, 2, IntegerFormat.S(8), new(1, 0)), [1, 1]);
        var op = new MatMulOp(a with { Name = "y" }, "a", "w", MatMulKind.Dense, 1, new([1], [0], 1, null, -128, 127));
        var graph = new IntegerGraph("partial", [new InputOp(a), first, embed, weight, op], "y");

        var range = ValueRanges.Of(graph, op).Accumulator;

        range.ShouldBe(new(-35, 35));
    }

    [Fact]
    public void Of_Throws_WhenASumCanLeave64Bits()
    {
        var graph = SmallGraph.Create();
        var op = (MatMulOp)graph.Producer("embedding");
        var wide = op with { Epilogue = op.Epilogue with { Offsets = [long.MaxValue] } };

        var fault = Should.Throw<CompilerBugException>(() => ValueRanges.Of(graph, wide));

        fault.Message.ShouldStartWith("value ranges of 'embedding': the epilogue can leave 64 bits");
    }

    [Fact]
    public void Of_GivesTheGreatestValues_OfASoftmax()
    {
        var softmax = (SoftmaxOp)SmallGraph.Create().Producer("probabilities");

        var widths = ValueRanges.Of(softmax);

        // Two keys of E[0] = 15; rec = 15 * 64 / 15 = 64; 15 * 64 + 32.
        widths.ShouldBe(new SoftmaxWidths(30, 64, 992));
        (widths.SumBits, widths.ReciprocalBits, widths.ProductBits).ShouldBe((5, 7, 10));
    }

    private static MatMulOp Clamped(string name, int minimum, int maximum) => new(
        new(name, 1, 2, IntegerFormat.S(8), new(1, 0)), "x", "v", MatMulKind.Dense, 1,
        new([1], [0], 1, null, minimum, maximum));

    private static void ShouldCover(IntegerGraph graph, MatMulOp op, IReadOnlyDictionary<string, int[]> tensors)
    {
        for (var column = 0; column < op.Output.Columns; column++)
        {
            var range = ValueRanges.Of(graph, op, column);
            for (var row = 0; row < op.Output.Rows; row++)
            {
                var accumulator = (long)ExactMatMul.Accumulate(graph, op, tensors, row, column);
                var sum = (long)ExactMatMul.Sum(graph, op, tensors, row, column);

                range.Accumulator.Contains(accumulator).ShouldBeTrue();
                range.Sum.Contains(sum).ShouldBeTrue();
            }
        }
    }

    /// <summary>The accumulator with the input at its maximum where the weight is as asked, else minimal.</summary>
    private static BigInteger Accumulate(IntegerGraph graph, MatMulOp op, int column, Func<int, bool> high)
    {
        var (format, weights) = (graph.InputTensor.Format, (ConstantOp)graph.Producer(op.B));
        var row = Enumerable.Range(0, weights.Output.Rows).Select(k =>
            high(weights.Values[k * weights.Output.Columns + column]) ? format.Maximum : format.Minimum);
        int[] input = [.. Enumerable.Repeat(row, graph.InputTensor.Rows).SelectMany(values => values)];
        return ExactMatMul.Accumulate(graph, op, GraphInterpreter.Run(graph, input).Tensors, 0, column);
    }
}
