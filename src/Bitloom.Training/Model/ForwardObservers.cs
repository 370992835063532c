using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>Leaves everything as it is: the float forward pass.</summary>
internal sealed class FloatForward : IForwardObserver
{
    public static FloatForward Instance { get; } = new();

    public FloatTensor Activation(Tape tape, string name, FloatTensor values) => values;

    public FloatTensor Weight(Tape tape, string name, FloatTensor values) => values;

    public FloatTensor Softmax(Tape tape, string name, FloatTensor scores, bool causal) => tape.Softmax(scores, causal);

    public FloatTensor TokenNorm(Tape tape, string name, FloatTensor sums, bool centered) =>
        tape.TokenNorm(sums, centered, TokenNormOperation.Epsilon);
}

/// <summary>Shows the activations that <paramref name="inner"/> makes to <paramref name="see"/>.</summary>
internal sealed class RecordingForward(IForwardObserver inner, Action<string, FloatTensor> see) : IForwardObserver
{
    public FloatTensor Activation(Tape tape, string name, FloatTensor values)
    {
        var seen = inner.Activation(tape, name, values);
        see(name, seen);
        return seen;
    }

    public FloatTensor Weight(Tape tape, string name, FloatTensor values) => inner.Weight(tape, name, values);

    public FloatTensor Softmax(Tape tape, string name, FloatTensor scores, bool causal) =>
        inner.Softmax(tape, name, scores, causal);

    public FloatTensor TokenNorm(Tape tape, string name, FloatTensor sums, bool centered) =>
        inner.TokenNorm(tape, name, sums, centered);
}

/// <summary>
/// Puts a given tensor in the place of each activation that <paramref name="inner"/> has made, so that every operation
/// reads given inputs.
/// </summary>
internal sealed class TeacherForcedForward(
    IForwardObserver inner, IReadOnlyDictionary<string, float[]> given) : IForwardObserver
{
    public FloatTensor Activation(Tape tape, string name, FloatTensor values) =>
        tape.Input(inner.Activation(tape, name, values).Shape, given[name]);

    public FloatTensor Weight(Tape tape, string name, FloatTensor values) => inner.Weight(tape, name, values);

    public FloatTensor Softmax(Tape tape, string name, FloatTensor scores, bool causal) =>
        inner.Softmax(tape, name, scores, causal);

    public FloatTensor TokenNorm(Tape tape, string name, FloatTensor sums, bool centered) =>
        inner.TokenNorm(tape, name, sums, centered);
}
