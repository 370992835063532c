using Bitloom.Data;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Reads the section <c>data.split</c>.</summary>
internal static class SplitSection
{
    /// <param name="hasTestFile">The test part has a file of its own, and so takes no share.</param>
    public static SplitFractions Read(YamlSection split, bool hasTestFile)
    {
        var fallback = hasTestFile ? new SplitFractions(0.8, 0.2, 0) : SplitFractions.Default;
        var fractions = new SplitFractions(
            split.Number("train", fallback.Train, 0.01, 1),
            split.Number("validation", fallback.Validation, 0.01, 1),
            split.Number("test", fallback.Test, hasTestFile ? 0 : 0.01, hasTestFile ? 0 : 1));
        var sum = fractions.Train + fractions.Validation + fractions.Test;
        if (Math.Abs(sum - 1) > 1e-6)
        {
            var key = split.Has("train") ? "train" : split.Has("validation") ? "validation" : "test";
            var parts = FormattableString.Invariant(
                $"train {fractions.Train}, validation {fractions.Validation}, test {fractions.Test}");
            split.Report("PROJECT008", key, FormattableString.Invariant($"data.split sums to {sum:0.######}: {parts}"),
                "fractions that sum to 1", hasTestFile ? "change train or validation" : "change one of the three");
        }

        return fractions;
    }
}
