using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class TrainingCheckpointTests
{
    private static readonly TrainingOptions Options = new() { Epochs = 6, Batch = 64, Patience = 6, Seed = 3 };

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    public void FloatTraining_EndsTheSame_WhereverItWasBroken(int epoch)
    {
        using var folder = new TemporaryFolder();
        var (whole, expected) = Float(null);

        Should.Throw<OperationCanceledException>(() => Float(Open(folder), stopAfter: epoch));
        var checkpoint = Open(folder);
        var (resumed, history) = Float(checkpoint);

        checkpoint.Epochs.ShouldBe(epoch - 1);
        history.ShouldBe(expected);
        resumed.State.SelectMany(array => array).ShouldBe(whole.State.SelectMany(array => array));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void QuantizedTraining_EndsTheSame_WhereverItWasBroken(int epoch)
    {
        using var folder = new TemporaryFolder();
        var (whole, expected) = Quantized(null);

        Should.Throw<OperationCanceledException>(() => Quantized(Open(folder), stopAfter: epoch + 1));
        var checkpoint = Open(folder);
        var (resumed, history) = Quantized(checkpoint);

        checkpoint.Epochs.ShouldBe(epoch - 1);
        history.ShouldBe(expected);
        Text(resumed, folder).ShouldBe(Text(whole, folder));
    }

    [Fact]
    public void FinishedTraining_IsNotTrainedAgain()
    {
        using var folder = new TemporaryFolder();
        var (whole, expected) = Float(Open(folder));

        var checkpoint = Open(folder);
        var (again, history) = Float(checkpoint);

        checkpoint.Epochs.ShouldBe(expected.Count);
        history.ShouldBe(expected);
        again.State.SelectMany(array => array).ShouldBe(whole.State.SelectMany(array => array));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-1)]
    public void DamagedFile_IsNotBelieved(int place)
    {
        using var folder = new TemporaryFolder();
        Should.Throw<OperationCanceledException>(() => Float(Open(folder), stopAfter: 4));
        var bytes = File.ReadAllBytes(PathIn(folder));
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;
        File.WriteAllBytes(PathIn(folder), bytes);

        Open(folder).Epochs.ShouldBe(0);
    }

    [Fact]
    public void CutFile_IsNotBelieved()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<OperationCanceledException>(() => Float(Open(folder), stopAfter: 4));
        File.WriteAllBytes(PathIn(folder), File.ReadAllBytes(PathIn(folder))[..^40]);

        Open(folder).Epochs.ShouldBe(0);
    }

    [Fact]
    public void FileOfAnotherTraining_IsNotBelieved()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<OperationCanceledException>(() => Float(Open(folder), stopAfter: 4));

        new TrainingCheckpoint(PathIn(folder), "another").Epochs.ShouldBe(0);
        Open(folder).Epochs.ShouldBe(3);
    }

    [Fact]
    public void Delete_RemovesTheFile()
    {
        using var folder = new TemporaryFolder();
        Float(Open(folder));

        Open(folder).Delete();

        File.Exists(PathIn(folder)).ShouldBeFalse();
        Open(folder).Epochs.ShouldBe(0);
    }

    private static (EncoderModel Model, List<EpochResult> History) Float(
        TrainingCheckpoint? checkpoint, int stopAfter = int.MaxValue)
    {
        using var stop = new CancellationTokenSource();
        var history = new Recorder(stop, stopAfter);
        var model = Trainer.TrainFloat(
            SineProblem.Shape(), SineProblem.Training, SineProblem.Validation, Options, history, checkpoint, stop.Token);
        stop.Token.ThrowIfCancellationRequested();
        return (model, history.Results);
    }

    // Two stages and averaged weights: all that a training can have to remember.
    private static (FakeQuantizedEncoder Encoder, List<EpochResult> History) Quantized(
        TrainingCheckpoint? checkpoint, int stopAfter = int.MaxValue)
    {
        using var stop = new CancellationTokenSource();
        var history = new Recorder(stop, stopAfter);
        var options = Options with { Recipe = new QuantizationRecipe { Gradual = [6, 4], Averaging = 0.9 } };
        var encoder = Trainer.TrainQuantized(
            new EncoderModel(SineProblem.Shape(), 5).Fold(), PrecisionPlan.Uniform(4), SineProblem.Training,
            SineProblem.Validation, options, progress: history, checkpoint: checkpoint, cancellation: stop.Token);
        stop.Token.ThrowIfCancellationRequested();
        return (encoder, history.Results);
    }

    private static string Text(FakeQuantizedEncoder encoder, TemporaryFolder folder)
    {
        var path = Path.Combine(folder.Path, "encoder.json");
        EncoderFile.Write(path, encoder.Snapshot());
        return File.ReadAllText(path);
    }

    private static TrainingCheckpoint Open(TemporaryFolder folder) =>
        new(PathIn(folder), "key") { Interval = TimeSpan.Zero };

    private static string PathIn(TemporaryFolder folder) => Path.Combine(folder.Path, "training.checkpoint");

    /// <summary>Stops the training when an epoch has been reported, before its state can be written.</summary>
    private sealed class Recorder(CancellationTokenSource stop, int stopAfter) : IProgress<EpochResult>
    {
        public List<EpochResult> Results { get; } = [];

        public void Report(EpochResult value)
        {
            Results.Add(value);
            if (Results.Count != stopAfter)
                return;
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        }
    }
}
