using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>The losses by name.</summary>
public static class Losses
{
    /// <summary>The loss of predictions (count x outputs), as training sees it, without a gradient.</summary>
    public static double Mean(this Loss loss, ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets, int outputs)
    {
        if (loss == Loss.MeanSquaredError)
            return Trainer.MeanSquaredError(predictions, targets);
        var tape = new Tape { Recording = false };
        var shape = TensorShape.Matrix(targets.Length / outputs, outputs);
        return loss.Of(tape, tape.Input(shape, predictions), tape.Input(shape, targets)).Values[0];
    }

    /// <summary>The mean loss of a batch, one number; targets have the shape of the predictions.</summary>
    internal static FloatTensor Of(this Loss loss, Tape tape, FloatTensor predictions, FloatTensor targets) => loss switch
    {
        Loss.MeanSquaredError => tape.MeanSquaredError(predictions, targets),
        Loss.CrossEntropy => tape.CrossEntropy(predictions, targets),
    };
}
