using Bitloom.Data;

namespace Bitloom.Tests.Data.Baselines;

public sealed class ClassificationBaselineTests
{
    [Fact]
    public void MajorityClass_IsTheMostFrequent_TheFirstAmongEquals()
    {
        MajorityClass.Classify(Part([2, 1, 2], 0, 0, 0), Part([0, 0], 0, 0).Windows).ShouldBe([2, 2]);
        MajorityClass.Classify(Part([2, 1], 0, 0), Part([0], 0).Windows).ShouldBe([1]);
    }

    [Fact]
    public void NearestNeighbor_IsTheNearest_TheFirstAmongEquals()
    {
        NearestNeighbor.Classify(Part([0, 1, 2], 0, 10, 20), Part([0, 0, 0], 4, 15, 90).Windows).ShouldBe([0, 1, 2]);
    }

    /// <summary>The error rates that the archive publishes for Euclidean distance on the official division.</summary>
    [Theory]
    [InlineData("GunPoint", 0.0867)]
    [InlineData("ECG200", 0.12)]
    [InlineData("ItalyPowerDemand", 0.0447)]
    [InlineData("SyntheticControl", 0.12)]
    public void NearestNeighbor_HasThePublishedError_OnTheUcrArchive(string name, double error)
    {
        var options = new ClassificationOptions
        {
            Reading = new() { Directory = SharedData.Require("ucr2018") },
            Train = $"{name}/{name}_TRAIN.tsv",
            Test = $"{name}/{name}_TEST.tsv",
            Split = new(1, 0, 0),
            Standardize = false,
        };
        var data = ClassificationDataReader.Read(options).Value.ShouldNotBeNull();

        var labels = NearestNeighbor.Classify(data.Train, data.Test.Windows);

        var matrix = ConfusionMatrix.Of(labels, data.Test.Labels, data.Classes.Length);
        (1 - matrix.Accuracy).ShouldBe(error, 0.00005);
    }

    private static ClassificationPart Part(int[] labels, params float[] inputs) =>
        new(new WindowedDataset(1, 1, 3, inputs, [], [], new int[inputs.Length]), labels, labels, []);
}
