using Bitloom.Data;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Benchmarks;

/// <summary>What an epoch is chosen by, always with the hardware-exact forward.</summary>
public enum EpochChoice
{
    /// <summary>The loss of the validation part.</summary>
    Validation,

    /// <summary>The loss of the validation and the training part.</summary>
    Joined,

    /// <summary>The last epoch is kept.</summary>
    Last,
}

/// <summary>A small training file that is divided for the comparison of recipes, and the float model of a seed.</summary>
public sealed class SmallDataProblem
{
    private readonly AccuracyCase _item;
    private readonly ITaskData _data;
    private readonly TrainingSet _training;
    private readonly TrainingSet _validation;
    private readonly TrainingSet _joined;
    private readonly EncoderModel _model;
    private readonly ulong _seed;

    private SmallDataProblem(AccuracyCase item, ITaskData data, int seed)
    {
        (_item, _data, _seed) = (item, data, (ulong)seed);
        (_training, _validation) = (Set(data.TrainingWindows), Set(data.ValidationWindows));
        _joined = TrainingSet.ForChoice(_training, _validation);
        _model = EncoderModel.FromWeights(Trainer.TrainFloat(item.Shape(data), _training, _joined, Options(item.Epochs)).ToWeights());
    }

    /// <summary>55 % to train with, 15 % to validate, 30 % to test, drawn by the seed.</summary>
    public static SmallDataProblem Read(AccuracyCase item, int seed)
    {
        var options = (ClassificationOptions)item.Data[0] with
        {
            Test = null,
            Split = new SplitFractions(0.55, 0.15, 0.3),
            Seed = (ulong)seed,
        };
        var data = TaskDataReader.Read(options);
        return data.Ok
            ? new(item, data.Value, seed)
            : throw new InvalidOperationException(string.Join('\n', data.Diagnostics));
    }

    /// <summary>How much less accurate than the float model, relative to it, in percent.</summary>
    public double Worse(string recipe, EpochChoice choice, int bits)
    {
        var named = NamedRecipe.Options(recipe, bits);
        var options = Options(_item.Epochs / 2) with { LearningRate = named.LearningRate, Recipe = named.Recipe };
        var epoch = 0;
        var encoder = Trainer.TrainQuantized(
            _model, PrecisionPlan.Uniform(bits), _training, _validation, options,
            snapshot => choice switch
            {
                EpochChoice.Validation => Loss(snapshot, _validation),
                EpochChoice.Joined => Loss(snapshot, _joined),
                EpochChoice.Last => -epoch++,
            });
        var floats = _data.Score(part => _model.PredictFloat(part.Inputs));
        var integers = Integers(encoder.Snapshot());
        return 100 * (1 - _data.Score(part => integers.Predict(part.Inputs)) / floats);
    }

    private static double Loss(QuantizedEncoder snapshot, TrainingSet part) => Bitloom.Training.Loss.CrossEntropy.Mean(
        Integers(snapshot).Predict(part.Inputs), part.Targets, part.TargetSize);

    private static HardwareExactForward Integers(QuantizedEncoder encoder) =>
        new(EncoderQuantizer.Quantize(encoder, new QuantizationOptions()).Value!);

    private static TrainingSet Set(WindowedDataset part) => new(part.Inputs, part.Targets, part.Count);

    private TrainingOptions Options(int epochs) => new()
    {
        Epochs = epochs,
        Batch = _item.Batch,
        Patience = epochs,
        Seed = _seed,
        Threads = 1,
        Loss = Bitloom.Training.Loss.CrossEntropy,
    };
}
