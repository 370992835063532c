using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>How often examples of each class were taken for each, and what follows from that.</summary>
/// <param name="Classes">Number of classes.</param>
/// <param name="Counts">Classes x classes, row-major: the true class is the row, the predicted one the column.</param>
public sealed record ConfusionMatrix(int Classes, ImmutableArray<int> Counts)
{
    /// <summary>Number of examples.</summary>
    public int Total => Counts.Sum();

    /// <summary>Examples of a class that were taken for a class.</summary>
    public int this[int actual, int predicted] => Counts[actual * Classes + predicted];

    /// <summary>The share of examples that were taken for what they are; 0 when there are none.</summary>
    public double Accuracy => Ratio(Range.Sum(c => this[c, c]), Total);

    /// <summary>
    /// The mean of the recalls of all classes that occur (Brodersen et al., The balanced accuracy and its posterior
    /// distribution, 2010): every class counts alike, however often it occurs.
    /// </summary>
    public double BalancedAccuracy => Mean(Range.Where(c => Actual(c) > 0).Select(Recall));

    /// <summary>
    /// The mean of the F1 of all classes that occur or are predicted, each the harmonic mean of precision and recall,
    /// 2 TP / (2 TP + FP + FN) (the mean of F1, not the F1 of means: Opitz and Burst, Macro F1 and Macro F1, 2019).
    /// </summary>
    public double MacroF1 => Mean(Range.Where(c => Actual(c) + Predicted(c) > 0).Select(F1));

    private IEnumerable<int> Range => Enumerable.Range(0, Classes);

    /// <summary>Counts pairs of labels, each from 0 to classes - 1.</summary>
    public static ConfusionMatrix Of(ReadOnlySpan<int> predicted, ReadOnlySpan<int> actual, int classes)
    {
        if (predicted.Length != actual.Length)
            throw new CompilerBugException("metrics", $"{predicted.Length} predictions, {actual.Length} labels");
        var counts = new int[classes * classes];
        for (var i = 0; i < actual.Length; i++)
            counts[actual[i] * classes + predicted[i]]++;
        return new ConfusionMatrix(classes, [.. counts]);
    }

    /// <summary>The share of a class's examples that were found; 0 when it has none.</summary>
    public double Recall(int c) => Ratio(this[c, c], Actual(c));

    /// <summary>The share of what was taken for a class that is of it; 0 when nothing was.</summary>
    public double Precision(int c) => Ratio(this[c, c], Predicted(c));

    /// <summary>Harmonic mean of precision and recall of a class; 0 when it was never found.</summary>
    public double F1(int c) => Ratio(2 * this[c, c], Actual(c) + Predicted(c));

    private int Actual(int c) => Range.Sum(predicted => this[c, predicted]);

    private int Predicted(int c) => Range.Sum(actual => this[actual, c]);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : part / (double)whole;

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(0).Average();
}
