using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace Bitloom.Data;

/// <summary>How well classes are told apart on the test part, by a model and without one.</summary>
internal static class ClassificationScores
{
    /// <summary>Multiplications that the nearest neighbor may take; beyond, a baseline would take minutes.</summary>
    private const double MostProducts = 2e10;

    /// <summary>The class of each window: the place of its greatest output, the first among equals.</summary>
    public static int[] Classes(ReadOnlySpan<float> outputs, int classes)
    {
        var labels = new int[outputs.Length / classes];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = TensorPrimitives.IndexOfMax(outputs.Slice(i * classes, classes));
        return labels;
    }

    public static double Accuracy(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets, int classes) =>
        ConfusionMatrix.Of(Classes(predictions, classes), Classes(targets, classes), classes).Accuracy;

    public static ImmutableArray<NamedScore> Details(ClassificationData data, float[] predictions)
    {
        var matrix = data.Confusion(predictions);
        return [new("balanced accuracy", matrix.BalancedAccuracy), new("macro F1", matrix.MacroF1)];
    }

    public static ImmutableArray<NamedScore> Baselines(ClassificationData data)
    {
        var (classes, windows) = (data.Classes.Length, data.Test.Windows);
        var baselines = ImmutableArray.CreateBuilder<NamedScore>();
        Add("most frequent class", MajorityClass.Classify(data.Train, windows));
        Add("ridge regression", Classes(LinearForecast.Fit(data.Train.Windows).Forecast(windows), classes));
        if ((double)data.Train.Count * windows.Inputs.Length <= MostProducts)
            Add("nearest neighbor", NearestNeighbor.Classify(data.Train, windows));
        return baselines.ToImmutable();

        void Add(string name, int[] labels) =>
            baselines.Add(new(name, ConfusionMatrix.Of(labels, data.Test.Labels, classes).Accuracy));
    }
}
