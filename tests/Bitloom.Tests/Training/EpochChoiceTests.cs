using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class EpochChoiceTests
{
    [Theory]
    [InlineData(99, 105)]
    [InlineData(100, 100)]
    public void SmallValidationPart_IsJoinedByTheTrainingPart(int windows, int expected)
    {
        var training = new TrainingSet(new float[12], new float[6], 6);
        var validation = new TrainingSet(Ones(2 * windows), Ones(windows), windows);

        var choice = TrainingSet.ForChoice(training, validation);

        (choice.Count, choice.InputSize, choice.TargetSize).ShouldBe((expected, 2, 1));
        choice.Inputs.Sum().ShouldBe(2 * windows);
        choice.Targets.Take(windows).ShouldAllBe(target => target.Equals(1));
    }

    private static float[] Ones(int count) => [.. Enumerable.Repeat(1f, count)];
}
