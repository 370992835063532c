using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// Second derivatives of the loss by one tensor: products of the Hessian with random signs, from differences of gradients.
/// Not safe for use by several threads at once.
/// </summary>
/// <param name="model">Folded, and nobody else's: its gradients are written.</param>
internal sealed class HessianTrace(EncoderModel model, TrainingSet set, SensitivityOptions options)
{
    // Of the tensor's root mean square: far over the rounding of single precision, and still local.
    private const float RelativeStep = 0.01f;

    /// <summary>The mean of the diagonal.</summary>
    public double MeanOf(string name)
    {
        var values = ValuesOf(name);
        var random = new SeededRandom((ulong)name.Length * 31 + (ulong)options.Probes);
        var step = RelativeStep * MathF.Max(RootMeanSquare(values.Values), 1e-6f);
        var sum = 0.0;
        for (var probe = 0; probe < options.Probes; probe++)
        {
            var signs = Signs(random, values.Values.Length);
            var (up, down) = (GradientAt(name, values.Shape, signs, step), GradientAt(name, values.Shape, signs, -step));
            for (var i = 0; i < signs.Length; i++)
                sum += signs[i] * ((double)up[i] - down[i]) / (2 * step);
        }

        return sum / options.Probes / values.Values.Length;
    }

    /// <summary>The sum of the squares of what an encoder's quantizer changes.</summary>
    public double SquaredErrorOf(string name, FakeQuantizedEncoder encoder)
    {
        var values = ValuesOf(name);
        var rounded = encoder.OnGrid(new Tape { Recording = false }, name, values);
        return values.Values.Zip(rounded.Values, (exact, near) => ((double)exact - near) * ((double)exact - near)).Sum();
    }

    private FloatTensor ValuesOf(string name)
    {
        FloatTensor? seen = null;
        Forward(new Tape { Recording = false }, new SeeingForward(name, values => seen = values));
        return FloatTensor.Constant(seen!.Shape, [.. seen.Values]);
    }

    private float[] GradientAt(string name, TensorShape shape, float[] signs, float step)
    {
        var delta = FloatTensor.Parameter(shape, [.. signs.Select(sign => step * sign)]);
        var tape = new Tape();
        var predictions = Forward(tape, new AddingForward(name, delta));
        var targets = tape.Input(predictions.Shape, set.Targets);
        tape.Backward(options.Loss.Of(tape, predictions, targets));
        return delta.Gradient ?? new float[signs.Length];
    }

    private FloatTensor Forward(Tape tape, IForwardObserver observer)
    {
        var shape = model.Shape;
        return model.Forward(tape, tape.Input(new(set.Count, shape.Window, shape.Features), set.Inputs), observer);
    }

    private static float[] Signs(SeededRandom random, int count)
    {
        var signs = new float[count];
        for (var i = 0; i < count; i++)
            signs[i] = random.NextSingle() < 0.5f ? -1 : 1;
        return signs;
    }

    private static float RootMeanSquare(float[] values) =>
        MathF.Sqrt(values.Sum(value => value * value) / values.Length);

    /// <summary>Shows one tensor of the float forward pass.</summary>
    private sealed class SeeingForward(string name, Action<FloatTensor> see) : ChangingForward
    {
        protected override FloatTensor Change(Tape tape, string tensor, FloatTensor values)
        {
            if (tensor == name)
                see(values);
            return values;
        }
    }

    /// <summary>Adds to one tensor of the float forward pass.</summary>
    private sealed class AddingForward(string name, FloatTensor delta) : ChangingForward
    {
        protected override FloatTensor Change(Tape tape, string tensor, FloatTensor values) =>
            tensor == name ? tape.Add(values, delta) : values;
    }

    /// <summary>The float forward pass with some tensors changed.</summary>
    private abstract class ChangingForward : IForwardObserver
    {
        public FloatTensor Activation(Tape tape, string name, FloatTensor values) => Change(tape, name, values);

        public FloatTensor Weight(Tape tape, string name, FloatTensor values) => Change(tape, name, values);

        public FloatTensor Softmax(Tape tape, string name, FloatTensor scores, bool causal) =>
            FloatForward.Instance.Softmax(tape, name, scores, causal);

        public FloatTensor TokenNorm(Tape tape, string name, FloatTensor sums, bool centered) =>
            FloatForward.Instance.TokenNorm(tape, name, sums, centered);

        protected abstract FloatTensor Change(Tape tape, string tensor, FloatTensor values);
    }
}
