using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>The confusion matrix of the test part, and what it says of each class.</summary>
internal static class ClassificationReport
{
    /// <param name="predictions">The integer model's, windows x classes.</param>
    public static ClassificationSection Of(ClassificationData data, ReadOnlySpan<float> predictions)
    {
        var matrix = data.Confusion(predictions);
        var all = Enumerable.Range(0, matrix.Classes).ToArray();
        return new(
            [.. all.Select(c => new ClassEntry(
                data.Classes[c], data.Test.Labels.Count(label => label == c), Rounded.Of(matrix.Precision(c)),
                Rounded.Of(matrix.Recall(c)), Rounded.Of(matrix.F1(c))))],
            [.. all.Select(actual => all.Select(taken => matrix[actual, taken]).ToImmutableArray())]);
    }
}
