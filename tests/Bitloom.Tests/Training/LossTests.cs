using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class LossTests
{
    [Fact]
    public void CrossEntropy_IsTheMeanOverExamples()
    {
        var loss = Loss.CrossEntropy.Mean([0, 0, 9, 9], [1, 0, 0, 1], outputs: 2);

        loss.ShouldBe(Math.Log(2), 1e-6);
    }

    [Fact]
    public void MeanSquaredError_IsTheMeanOverOutputs()
    {
        var loss = Loss.MeanSquaredError.Mean([1, 2, 3, 4], [1, 0, 3, 4], outputs: 2);

        loss.ShouldBe(1);
    }

    [Fact]
    public void Training_TellsClassesApart_ByTheCrossEntropy()
    {
        var inputs = new float[64 * 4];
        var targets = new float[64 * 2];
        var random = new SeededRandom(3);
        for (var i = 0; i < 64; i++)
        {
            for (var t = 0; t < 4; t++)
                inputs[i * 4 + t] = random.NextSingle() + (i % 2 == 0 ? t : -t);
            targets[i * 2 + i % 2] = 1;
        }

        var set = new TrainingSet(inputs, targets, 64);
        var options = new TrainingOptions { Epochs = 20, Batch = 16, Loss = Loss.CrossEntropy };
        var model = Trainer.TrainFloat(
            new EncoderShape(4, 1, 8, 1, 1, 2, 2, Normalization.Batch), set, set, options,
            cancellation: TestContext.Current.CancellationToken);

        Loss.CrossEntropy.Mean(model.PredictFloat(inputs), targets, 2).ShouldBeLessThan(0.2);
    }
}
