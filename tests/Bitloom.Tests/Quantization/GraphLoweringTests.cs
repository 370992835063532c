using Bitloom.Ir;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Tests.Quantization;

public sealed class GraphLoweringTests
{
    private static readonly EncoderShape Shape = new(5, 2, 8, 2, 1, 2, 3, Normalization.Batch);

    [Fact]
    public void Lower_NamesTheTensors_AsTheArithmeticDoes()
    {
        var graph = GraphLowering.Lower(RandomEncoders.Create(Shape, 8, 1).Integers(), "encoder");

        var computed = graph.Operations.Where(op => op is not ConstantOp).Select(op => op.Output.Name);
        var constants = graph.Operations.OfType<ConstantOp>().Select(op => op.Output.Name);
        computed.ShouldBe(TensorNames.Activations(1));
        constants.ShouldBe(
            TensorNames.WeightMatrices(1).Append("positions").Append("pool"), ignoreOrder: true);
        graph.Name.ShouldBe("encoder");
        (graph.OutputTensors.Single().Rows, graph.OutputTensors.Single().Columns).ShouldBe((1, 3));
        (graph.InputTensor.Rows, graph.InputTensor.Columns).ShouldBe((5, 2));
    }

    [Fact]
    public void Lower_FitsTheMultiplier_ForRandomEncoders()
    {
        for (var seed = 200; seed < 240; seed++)
        {
            var graph = GraphLowering.Lower(RandomEncoders.Any(seed).Integers(), "random");

            var widths = graph.Operations.OfType<MatMulOp>().Select(op => ValueRanges.Of(graph, op)).ToArray();
            widths.ShouldAllBe(w => w.AccumulatorBits <= 25);
            widths.ShouldAllBe(w => w.SumBits <= 48);
        }
    }

    [Fact]
    public void Lower_SurvivesTheTextForm_ForAnEncoder()
    {
        var text = GraphPrinter.Print(GraphLowering.Lower(RandomEncoders.Create(Shape, 8, 1).Integers(), "encoder"));

        var parsed = GraphParser.Parse(text);

        parsed.Ok.ShouldBeTrue();
        GraphPrinter.Print(parsed.Value!).ShouldBe(text);
    }
}
