using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Training;

namespace Bitloom.Benchmarks;

/// <summary>A recipe as a line of words, each of which changes one thing of the default without options.</summary>
public static class NamedRecipe
{
    /// <summary>
    /// The word for the test part, which is only for the recipe that was chosen by the validation part.
    /// </summary>
    public const string Test = "test";

    /// <summary>The word of no rounding but the output's.</summary>
    public const string Floor = "floor";

    /// <summary>The word of no rounding but that of the input and the output.</summary>
    public const string Ends = "ends";

    private static readonly QuantizationRecipe Plain = new()
    {
        Ranges = RangeMethod.MeanSquaredError,
        Learning = RangeTraining.LogFactor,
        Weights = WeightGranularity.PerChannel,
        Distillation = 0,
        RangeSpeed = 1,
    };

    /// <summary>The recipes of the table.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Floor, Ends, "ptq minmax", "ptq percentile", "ptq mse", "ptq mse bias",
        "log", "log lr=6e-3", "log lr=1e-2", "lsq lr=1e-2 distil=0.5", "log lr=1e-2 distil=0.5",
        "log lr=1e-2 distil=0.5 speed=0.3",
    ];

    /// <summary>How to train by it at a width; without epochs, nothing is trained.</summary>
    public static TrainingOptions Options(string name, int bits)
    {
        var options = TrainingOptions.ForQuantized with
        {
            LearningRate = 3e-3,
            Epochs = 30,
            Batch = 64,
            Recipe = Plain,
        };
        foreach (var word in name.Split(' '))
            options = Change(options, word.Split('='), bits);
        return options with { Patience = Math.Max(options.Epochs, 1) };
    }

    private static TrainingOptions Change(TrainingOptions options, string[] word, int bits)
    {
        var value = word.Length == 1 ? 0 : double.Parse(word[1], CultureInfo.InvariantCulture);
        return word[0] switch
        {
            Test => options,
            "ptq" => options with { Epochs = 0 },
            "epochs" => options with { Epochs = (int)value },
            "lr" => options with { LearningRate = value },
            "batch" => options with { Batch = (int)value },
            _ => options with { Recipe = Change(options.Recipe, word[0], value, bits) },
        };
    }

    private static QuantizationRecipe Change(QuantizationRecipe recipe, string word, double value, int bits) =>
        word switch
        {
            "log" or Floor or Ends => recipe,
            "fixed" => recipe with { Learning = RangeTraining.Fixed },
            "lsq" => recipe with { Learning = RangeTraining.StepSize },
            "pact" => recipe with { Learning = RangeTraining.Clipping },
            "minmax" => recipe with { Ranges = RangeMethod.MovingAverage },
            "percentile" => recipe with { Ranges = RangeMethod.Percentile },
            "mse" => recipe with { Ranges = RangeMethod.MeanSquaredError },
            "bias" => recipe with { CorrectsBias = true },
            "perTensor" => recipe with { Weights = WeightGranularity.PerTensor },
            "distil" => recipe with { Distillation = value },
            "dampen" => recipe with { Dampening = value },
            "average" => recipe with { Averaging = value },
            "frozen" => recipe with { FrozenShare = value },
            "speed" => recipe with { RangeSpeed = value },
            "gradual" => recipe with { Gradual = [.. new[] { 8, 6, 4, 3 }.Where(width => width >= bits)] },
            _ => throw new ArgumentException($"there is no word '{word}'", nameof(word)),
        };
}
