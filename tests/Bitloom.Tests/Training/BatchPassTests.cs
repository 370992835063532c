using Bitloom.Tensors;
using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class BatchPassTests
{
    private const int Windows = 200;
    private static readonly EncoderShape Shape = SineProblem.Shape(normalization: Normalization.None, dimension: 32);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_GivesLossAndGradientsOfTheWholeBatch_FromItsPieces(int threads)
    {
        var encoder = Encoder();
        var trainables = Trainables(encoder);

        var loss = new BatchPass(encoder.Model, encoder, new TrainingOptions { Threads = threads }).Run(SineProblem.Training, Order());

        var found = Taken(trainables);
        loss.ShouldBe(Whole(encoder), 1e-6);
        found.ShouldBe(Taken(trainables), 1e-5);
        found.Count(value => value != 0).ShouldBeGreaterThan(found.Length / 2);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(33, 2)]
    [InlineData(252, 8)]
    [InlineData(256, 8)]
    [InlineData(1000, 8)]
    public void Cut_HasEveryWindowOnce_InOrder(int windows, int lanes)
    {
        var cut = BatchCut.Of(windows, Shape);

        var found = Enumerable.Range(0, cut.Lanes).SelectMany(lane => Enumerable.Range(0, cut.PiecesPerLane).SelectMany(
            piece => Enumerable.Range(0, windows).Take(cut.Piece(lane, piece))));

        cut.Lanes.ShouldBe(lanes);
        found.ShouldBe(Enumerable.Range(0, windows));
    }

    private static ReadOnlyMemory<int> Order() => Enumerable.Range(0, Windows).Reverse().ToArray();

    private static FakeQuantizedEncoder Encoder() => FakeQuantizedEncoder.Calibrate(
        SineProblem.Train(Shape, SineProblem.Options with { Epochs = 1 }), PrecisionPlan.Uniform(4),
        SineProblem.Training);

    private static IReadOnlyList<Trainable> Trainables(FakeQuantizedEncoder encoder)
    {
        var ranges = new LearnedRanges(encoder, new QuantizationRecipe());
        ranges.SetTrainable(true);
        return ranges.Trainables;
    }

    /// <summary>The same on one tape, without any cut.</summary>
    private static double Whole(FakeQuantizedEncoder encoder)
    {
        var tape = new Tape();
        var set = SineProblem.Training;
        int[] order = [.. Order().Span];
        var inputs = tape.Input(
            new TensorShape(Windows, SineProblem.Window, 1),
            [.. order.SelectMany(i => set.Inputs[(i * SineProblem.Window)..((i + 1) * SineProblem.Window)])]);
        var targets = tape.Input(new TensorShape(Windows, 1, 1), [.. order.Select(i => set.Targets[i])]);
        var loss = tape.MeanSquaredError(encoder.Model.Forward(tape, inputs, encoder), targets);
        tape.Backward(loss);
        return loss.Values[0];
    }

    /// <summary>The gradients, which are then zero again.</summary>
    private static float[] Taken(IReadOnlyList<Trainable> trainables)
    {
        float[] taken = [.. trainables.SelectMany(trainable => trainable.Tensor.Gradient!)];
        Adam.ClearGradients(trainables);
        return taken;
    }
}
