using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Tests.Graphs;

public sealed class RandomGraphTests
{
    [Fact]
    public void Create_ProvesItsWidths_OnAllSeeds()
    {
        var widths = Seeds(200).SelectMany(graph => graph.Operations.OfType<MatMulOp>()
            .Select(op => ValueRanges.Of(graph, op))).ToList();

        widths.Max(w => w.AccumulatorBits).ShouldBeLessThanOrEqualTo(25);
        widths.Max(w => w.SumBits).ShouldBeLessThanOrEqualTo(48);
    }

    [Fact]
    public void Create_GivesTheSameGraph_OfTheSameSeed()
    {
        var first = GraphPrinter.Print(RandomGraphs.Create(3));
        var second = GraphPrinter.Print(RandomGraphs.Create(3));
        var other = GraphPrinter.Print(RandomGraphs.Create(4));

        second.ShouldBe(first);
        (other == first).ShouldBeFalse();
    }

    [Fact]
    public void Create_GivesValidGraphs_OfEveryWidthOfTensor()
    {
        var graphs = from bits in Enumerable.Range(2, 7)
                     from seed in Enumerable.Range(0, 20)
                     select RandomGraphs.Create(seed, new() { MinimumBits = bits, MaximumBits = bits, Window = 30 });

        var violations = graphs.SelectMany(GraphVerifier.Verify).ToList();

        violations.ShouldBeEmpty();
    }

    [Fact]
    public void Create_SpreadsItsValues_OverTheirRanges()
    {
        var saturated = Products(100).Average(Saturated);
        var constant = Products(100).Count(product => product.Values.Distinct().Count() == 1);

        saturated.ShouldBeInRange(0.05, 0.35);
        constant.ShouldBeLessThan(Products(100).Count() / 20);
    }

    [Fact]
    public void Create_DrawsEveryFeature_OverTheSeeds()
    {
        var operations = Seeds(100).SelectMany(graph => graph.Operations).ToList();
        var products = operations.OfType<MatMulOp>().ToList();
        var activations = operations.Where(op => op is not ConstantOp).ToList();

        products.Select(op => op.Heads).Distinct().Order().ShouldBe([1, 2, 4]);
        activations.Select(op => op.Output.Format.Bits).Distinct().Order().ShouldBe([2, 3, 4, 5, 6, 7, 8]);
        products.ShouldContain(op => op.Epilogue.Residual != null && op.Epilogue.Residual.Shift > 0);
        products.ShouldContain(op => op.Epilogue.Multipliers.Length > 1 && op.Epilogue.Multipliers.Min() < 0);
        products.ShouldContain(op => op.Epilogue.Minimum > op.Output.Format.Minimum);
        products.ShouldContain(op => op.Epilogue.Maximum < op.Output.Format.Maximum);
        products.ShouldContain(op => op.Output.Name.EndsWith("attention") && !op.Output.Format.Signed);
    }

    [Fact]
    public void Create_Obeys_ItsOptions()
    {
        var options = new RandomGraphOptions
        {
            Window = 6,
            Features = 3,
            Heads = 2,
            HeadDimension = 4,
            HiddenDimension = 16,
            Layers = 2,
            Outputs = 1,
            MinimumBits = 8,
            ExponentialBits = 8,
            Residuals = true,
            UnsignedActivations = false,
        };

        var graph = RandomGraphs.Create(5, options);

        graph.InputTensor.ShouldSatisfyAllConditions(t => t.Rows.ShouldBe(6), t => t.Columns.ShouldBe(3));
        graph.TensorOf("layer1.scores").Rows.ShouldBe(12);
        graph.TensorOf("layer1.hidden").Columns.ShouldBe(16);
        graph.OutputCount.ShouldBe(1);
        graph.TensorOf("layer1.attention").Format.ShouldBe(IntegerFormat.S(8));
        ((MatMulOp)graph.Producer("layer0.output")).Epilogue.Residual!.Tensor.ShouldBe("layer0.attention");
    }

    private static IEnumerable<IntegerGraph> Seeds(int count) =>
        Enumerable.Range(0, count).Select(seed => RandomGraphs.Create(seed));

    private static IEnumerable<(MatMulOp Op, int[] Values)> Products(int count) =>
        from graph in Seeds(count)
        let results = Enumerable.Range(0, 4)
            .Select(seed => GraphInterpreter.Run(graph, RandomGraphs.Input(graph, seed))).ToList()
        from op in graph.Operations.OfType<MatMulOp>()
        select (op, results.SelectMany(result => result[op.Output.Name]).ToArray());

    private static double Saturated((MatMulOp Op, int[] Values) product) =>
        product.Values.Average(v => v == product.Op.Epilogue.Minimum || v == product.Op.Epilogue.Maximum ? 1.0 : 0.0);
}
