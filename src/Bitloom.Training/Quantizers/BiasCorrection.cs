using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// Empirical bias correction (Nagel et al. 2019, section 4.2 and appendix D): rounding moves the mean of a product; its
/// bias takes that back, one channel at a time, layer after layer, E[x W] - E[x' W'] with x' and W' rounded. Residual
/// branches are not corrected: what they add was corrected where it was made.
/// </summary>
internal static class BiasCorrection
{
    private const int Windows = 1024;

    /// <summary>Changes the biases of the encoder's model.</summary>
    public static void Apply(FakeQuantizedEncoder encoder, TrainingSet calibration)
    {
        var inputs = Calibration.Spread(calibration, Windows);
        var reference = encoder.Model.Fold();
        var exact = Means(reference, FloatForward.Instance, inputs);
        foreach (var (layer, original) in encoder.Model.Layers.Zip(reference.Layers))
        {
            var operand = Operand(layer.WeightName, reference.Shape);
            var expected = Product(exact[operand], original.Weight);
            var rounded = Product(
                Means(encoder.Model, encoder, inputs)[operand], encoder.Rounded(layer));
            for (var j = 0; j < expected.Length; j++)
                layer.Bias.Values[j] += (float)(expected[j] - rounded[j]);
        }
    }

    /// <summary>The tensor that a weight matrix is multiplied with.</summary>
    private static string Operand(string weight, EncoderShape shape)
    {
        var parts = weight.Split('.');
        if (parts.Length == 2)
            return parts[0] == TensorNames.Output ? TensorNames.Pooled : TensorNames.Input;
        var layer = int.Parse(parts[0]["layer".Length..], System.Globalization.CultureInfo.InvariantCulture);
        var (attention, output) = shape.NormalizesTokens
            ? (TensorNames.AttentionNorm, TensorNames.OutputNorm)
            : ("attention", "output");
        return parts[1] switch
        {
            "attention" => TensorNames.Block(layer, "context"),
            "hidden" => TensorNames.Block(layer, attention),
            "output" => TensorNames.Block(layer, "hidden"),
            _ => layer == 0 ? TensorNames.Embedding : TensorNames.Block(layer - 1, output),
        };
    }

    private static SortedDictionary<string, double[]> Means(
        EncoderModel model, IForwardObserver observer, TrainingSet inputs)
    {
        var means = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        var tape = new Tape { Recording = false };
        var shape = new TensorShape(inputs.Count, model.Shape.Window, model.Shape.Features);
        model.Forward(tape, tape.Input(shape, inputs.Inputs), new RecordingForward(
            observer, (name, tensor) => means[name] = ColumnMeans(tensor)));
        return means;
    }

    private static double[] ColumnMeans(FloatTensor tensor)
    {
        var columns = tensor.Shape.Columns;
        var means = new double[columns];
        for (var i = 0; i < tensor.Values.Length; i++)
            means[i % columns] += tensor.Values[i];
        return [.. means.Select(sum => sum / tensor.Shape.TotalRows)];
    }

    private static double[] Product(double[] row, FloatTensor matrix)
    {
        var product = new double[matrix.Shape.Columns];
        for (var i = 0; i < matrix.Values.Length; i++)
            product[i % product.Length] += row[i / product.Length] * matrix.Values[i];
        return product;
    }
}
