using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Diagnostics;
using Bitloom.Estimation.Yaml;
using Bitloom.Training;

namespace Bitloom.Projects;

/// <summary>Reads the section <c>quantization</c>.</summary>
internal sealed class QuantizationSectionReader(YamlSection section, ModelSection model)
{
    private const int Least = 2;
    private const int Most = 8;

    private static readonly (string, QuantizationMethod)[] Methods =
        [("qat", QuantizationMethod.QuantizationAwareTraining), ("ptq", QuantizationMethod.PostTraining)];

    private static readonly (string, RangeMethod)[] Ranges =
        [
            ("movingAverage", RangeMethod.MovingAverage), ("percentile", RangeMethod.Percentile),
            ("mse", RangeMethod.MeanSquaredError),
        ];

    private static readonly (string, RangeTraining)[] Learnings =
        [
            ("fixed", RangeTraining.Fixed), ("lsq", RangeTraining.StepSize), ("pact", RangeTraining.Clipping),
            ("logFactor", RangeTraining.LogFactor),
        ];

    private static readonly (string, WeightGranularity)[] Granularities =
        [("perChannel", WeightGranularity.PerChannel), ("perTensor", WeightGranularity.PerTensor)];

    public QuantizationSection Read()
    {
        var bits = section.Integer("bits", 8, Least, Most);
        var read = new QuantizationSection(
            bits,
            section.Integer("exponentialBits", 8, 4, 12),
            section.Integer("multiplierBits", 16, 8, 18),
            ReadTensors(section.Section("tensors")));
        read = read with
        {
            Method = section.Choice("method", read.Method, Methods),
            Ranges = section.Choice("ranges", read.Ranges, Ranges),
            Percentile = section.Number("percentile", read.Percentile, 50, 100),
            Learning = section.Choice("learning", read.Learning, Learnings),
            Weights = section.Choice("weights", read.Weights, Granularities),
            Gradual = ReadGradual(bits),
            Distillation = section.Number("distillation", read.Distillation, 0, 1),
            Dampening = section.Number("dampening", read.Dampening, 0, 1),
            Averaging = section.Number("averaging", read.Averaging, 0, 0.99999),
            BiasCorrection = section.Boolean("biasCorrection", read.BiasCorrection),
        };
        section.Close();
        return read;
    }

    private ImmutableArray<int> ReadGradual(int bits)
    {
        var texts = section.Texts("gradual");
        int[] widths = [.. texts.Select(text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : -1)];
        var falls = widths.Zip(widths.Skip(1)).All(pair => pair.First > pair.Second);
        if (widths.Length == 0 || (falls && widths[0] <= Most && widths[^1] == bits))
            return [.. widths];
        section.Report("PROJECT012", "gradual",
            FormattableString.Invariant(
                $"quantization.gradual is [{string.Join(", ", texts)}] and quantization.bits is {bits}"),
            FormattableString.Invariant($"widths of at most {Most} that fall to quantization.bits"),
            "change quantization.gradual or quantization.bits");
        return [];
    }

    private ImmutableSortedDictionary<string, int> ReadTensors(YamlSection tensors)
    {
        var names = PrecisionNames.All(model).ToArray();
        var bits = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var entry in tensors.FreeIntegers(Least, Most))
        {
            if (names.Contains(entry.Key, StringComparer.Ordinal))
                bits[entry.Key] = tensors.Integer(entry.Key, Most, Least, Most);
            else
                ReportTensor(tensors, entry.Key, names, model.Layers);
        }

        return bits.ToImmutable();
    }

    private static void ReportTensor(YamlSection tensors, string name, string[] names, int layers)
    {
        var nearest = Nearest.To(name, names);
        tensors.Report("PROJECT005", name, FormattableString.Invariant(
            $"there is no tensor '{name}' in a model of {layers} layer{(layers == 1 ? "" : "s")}"),
            "a tensor of docs/arithmetic.md, such as layer0.scores or layer0.query.weight",
            nearest is null ? "remove the line" : $"did you mean '{nearest}'?");
    }
}
