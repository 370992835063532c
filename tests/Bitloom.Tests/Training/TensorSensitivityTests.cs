using System.Collections.Immutable;
using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class TensorSensitivityTests
{
    private static readonly EncoderModel Model =
        SineProblem.Train(SineProblem.Shape(dimension: 4), SineProblem.Options with { Epochs = 4 });

    private static readonly SensitivityOptions Options = new(
        [2, 4, 8], Loss.MeanSquaredError, new QuantizationRecipe(), ExponentialBits: 8, Windows: 64);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Increase_NeverFalls_WithFewerBits(bool byLoss)
    {
        var tensors = Measure(byLoss, Model, Options);

        tensors.Select(tensor => tensor.Name).ShouldBe(
            [
                .. TensorNames.Activations(1).Append(TensorNames.Positions).Order(StringComparer.Ordinal),
                .. TensorNames.WeightMatrices(1).Order(StringComparer.Ordinal),
            ],
            ignoreOrder: true);
        tensors.ShouldAllBe(tensor => tensor.Increase[2] >= tensor.Increase[4] && tensor.Increase[4] >= tensor.Increase[8]);
        tensors.Count(tensor => tensor.Increase[2] > tensor.Increase[8]).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Increase_IsNone_AtTheGreatestWidth_ByLoss()
    {
        Measure(byLoss: true, Model, Options).ShouldAllBe(tensor => tensor.Increase[8] == 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tensors_ThatNothingIsMadeOf_DoNotMatter(bool byLoss)
    {
        string[] unused =
        [
            "layer0.query", "layer0.query.weight", "layer0.key", "layer0.key.weight", "layer0.value", "layer0.value.weight",
            "layer0.scores", "layer0.probabilities", "layer0.context",
        ];
        var deaf = WithBlock(block => block with { Attention = Zero(block.Attention) });

        var tensors = Measure(byLoss, deaf, Options).ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);

        unused.SelectMany(name => tensors[name].Increase.Values).ShouldAllBe(increase => increase == 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Increases_AreTheSame_EveryTime(bool byLoss)
    {
        var (first, second) = (Measure(byLoss, Model, Options), Measure(byLoss, Model, Options));

        first.SelectMany(tensor => tensor.Increase.Values).ShouldBe(second.SelectMany(tensor => tensor.Increase.Values));
    }

    [Fact]
    public void Trace_IsTheMeanOfTheSecondDifferences_OfTheLoss()
    {
        var set = SineProblem.Validation;
        var trace = new HessianTrace(Model.Fold(), set, Options with { Probes = 2000 });
        var weights = Model.ToWeights();

        // The loss is quadratic in the weights of the head.
        var second = Enumerable.Range(0, weights.Head.Weight.Length).Average(index =>
            LossAt(index, 0.5f) + LossAt(index, -0.5f) - 2 * LossAt(index, 0)) / 0.25;

        trace.MeanOf("output.weight").ShouldBe(second, 0.05 * second);

        double LossAt(int index, float step) => Trainer.MeanSquaredError(
            EncoderModel.FromWeights(weights with
            {
                Head = weights.Head with
                {
                    Weight = weights.Head.Weight.SetItem(index, weights.Head.Weight[index] + step),
                },
            }).PredictFloat(set.Inputs),
            set.Targets);
    }

    private static ImmutableArray<TensorSensitivity> Measure(bool byLoss, EncoderModel model, SensitivityOptions options) =>
        byLoss
            ? TensorSensitivity.ByLoss(model, SineProblem.Training, options, TestContext.Current.CancellationToken)
            : TensorSensitivity.ByHessian(model, SineProblem.Training, options, TestContext.Current.CancellationToken);

    private static EncoderModel WithBlock(Func<EncoderBlockWeights, EncoderBlockWeights> change)
    {
        var weights = Model.ToWeights();
        return EncoderModel.FromWeights(weights with { Blocks = [change(weights.Blocks[0])] });
    }

    private static DenseWeights Zero(DenseWeights dense) => dense with { Weight = [.. dense.Weight.Select(_ => 0f)] };
}
