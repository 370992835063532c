using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class FakeQuantizedEncoderTests
{
    private static readonly Lazy<FakeQuantizedEncoder> Trained = new(() => Trainer.TrainQuantized(
        SineProblem.Train(SineProblem.Shape(heads: 2, layers: 2)),
        PrecisionPlan.Uniform(5).With("layer0.hidden", 3).With("layer1.query.weight", 2),
        SineProblem.Training, SineProblem.Validation, SineProblem.Quantized));

    private static ReadOnlySpan<float> Inputs => SineProblem.Validation.Inputs.AsSpan(0, 10 * SineProblem.Window);

    [Fact]
    public void Snapshot_HasEveryTensorAndMatrix_OfTheSpecification()
    {
        var snapshot = Trained.Value.Snapshot();

        snapshot.Tensors.Keys.ShouldBe([.. TensorNames.Activations(2), TensorNames.Positions], ignoreOrder: true);
        snapshot.WeightMatrices.Keys.ShouldBe([.. TensorNames.WeightMatrices(2)], ignoreOrder: true);
    }

    [Fact]
    public void Snapshot_KeepsTheFormats_OfTheSpecification()
    {
        var tensors = Trained.Value.Snapshot().Tensors;

        string[] symmetric = ["query", "key", "value"];
        symmetric.Select(name => tensors["layer1." + name]).ShouldAllBe(q => q.Signed && q.ZeroPoint == 0);
        tensors["positions"].ZeroPoint.ShouldBe(0);
        tensors["layer0.hidden"].ShouldBe(new TensorQuantizer(3, false, tensors["layer0.hidden"].Scale, 0));
        tensors["layer0.probabilities"].ShouldBe(new TensorQuantizer(5, false, 1.0 / 31, 0));
        tensors.Values.ShouldAllBe(q => q.Scale > 0 && q.ZeroPoint >= q.Minimum && q.ZeroPoint <= q.Maximum);
        tensors.Values.Count(q => q.ZeroPoint != 0).ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Snapshot_KeepsThePlan_ForWeights()
    {
        var weights = Trained.Value.Snapshot().WeightMatrices;

        weights["layer1.query.weight"].Limit.ShouldBe(1);
        weights["layer0.query.weight"].Limit.ShouldBe(15);
        weights["layer0.hidden.weight"].Scales.Length.ShouldBe(16);
    }

    [Fact]
    public void Intermediates_LieOnTheGrids_OfTheSnapshot()
    {
        var snapshot = Trained.Value.Snapshot();

        var intermediates = Trained.Value.Intermediates(Inputs);

        intermediates.Keys.ShouldBe([.. TensorNames.Activations(2)], ignoreOrder: true);
        foreach (var (name, values) in intermediates)
            values.ShouldAllBe(value => IsOnGrid(value, snapshot.Tensors[name]), name);
    }

    [Fact]
    public void Input_IsRoundedHalfUp_ByItsQuantizer()
    {
        var quantizer = Trained.Value.Snapshot().Tensors["input"];

        var seen = Trained.Value.Intermediates(Inputs)["input"];

        seen.ShouldBe([.. Inputs.ToArray().Select(x => (float)Round(x, quantizer))], 1e-6);
    }

    [Fact]
    public void Embedding_IsOneRounding_OfProjectionAndPositions()
    {
        var snapshot = Trained.Value.Snapshot();
        var seen = Trained.Value.Intermediates(Inputs);
        var weight = QuantizedWeight(snapshot, "embedding", snapshot.Weights.Embedding);

        var sums = Enumerable.Range(0, seen["embedding"].Length).Select(i =>
            seen["input"][i / 8] * weight[i % 8] + snapshot.Weights.Embedding.Bias[i % 8]
            + Round(snapshot.Weights.Positions[i % (8 * SineProblem.Window)], snapshot.Tensors["positions"]));

        ShouldBeRounded(seen["embedding"], [.. sums], snapshot.Tensors["embedding"]);
    }

    [Fact]
    public void Attention_IsOneRounding_OfProjectionResidualAndNormalization()
    {
        var snapshot = Trained.Value.Snapshot();
        var seen = Trained.Value.Intermediates(Inputs);
        var block = snapshot.Weights.Blocks[0];
        var weight = QuantizedWeight(snapshot, "layer0.attention", block.Attention);

        var sums = Enumerable.Range(0, seen["layer0.attention"].Length).Select(i =>
            block.AttentionNormalization.Scale[i % 8] * (seen["embedding"][i] + block.Attention.Bias[i % 8]
                + Enumerable.Range(0, 8).Sum(k => seen["layer0.context"][i / 8 * 8 + k] * weight[k * 8 + i % 8]))
            + block.AttentionNormalization.Shift[i % 8]);

        ShouldBeRounded(seen["layer0.attention"], [.. sums], snapshot.Tensors["layer0.attention"]);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    public void Probabilities_AreQuotientsOfRoundedExponentials_OfTheGivenBits(int exponentialBits)
    {
        var snapshot = Trained.Value.Snapshot();
        var (scores, probabilities) = (snapshot.Tensors["layer0.scores"], snapshot.Tensors["layer0.probabilities"]);

        var seen = FakeQuantizedEncoder.FromSnapshot(snapshot, exponentialBits).Intermediates(Inputs);

        var quotients = seen["layer0.scores"].Chunk(SineProblem.Window).SelectMany(row =>
        {
            var rounded = row.Select(s => Math.Floor(((1 << exponentialBits) - 1) * Math.Exp(
                -scores.Scale * Math.Floor((row.Max() - s) / scores.Scale + 0.5)) + 0.5)).ToArray();
            return rounded.Select(e => e / rounded.Sum());
        });
        ShouldBeRounded(seen["layer0.probabilities"], [.. quotients], probabilities);
    }

    [Fact]
    public void Calibrate_TakesTheExponentialBits_FromThePlan()
    {
        var plan = PrecisionPlan.Uniform(6) with { ExponentialBits = 4 };
        var model = new EncoderModel(SineProblem.Shape(), 1);

        var encoder = FakeQuantizedEncoder.Calibrate(model, plan, SineProblem.Training);

        var predictions = encoder.Intermediates(Inputs)["layer0.probabilities"];
        FakeQuantizedEncoder.FromSnapshot(encoder.Snapshot(), 4).Intermediates(Inputs)["layer0.probabilities"]
            .ShouldBe(predictions);
        FakeQuantizedEncoder.FromSnapshot(encoder.Snapshot()).Intermediates(Inputs)["layer0.probabilities"]
            .ShouldNotBe(predictions);
    }

    [Fact]
    public void TeacherForced_RepeatsTheForward_GivenItsOwnTensors()
    {
        var own = Trained.Value.Intermediates(Inputs);

        var forced = Trained.Value.TeacherForced(Inputs, own);

        forced.Keys.ShouldBe(own.Keys);
        forced.ShouldAllBe(pair => pair.Value.SequenceEqual(own[pair.Key]));
    }

    [Fact]
    public void TeacherForced_MovesOnlyTheReaders_OfAGivenTensor()
    {
        var own = Trained.Value.Intermediates(Inputs);
        var given = own.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        given["layer0.attention"] = [.. own["layer0.attention"].Select(value => -value)];

        var forced = Trained.Value.TeacherForced(Inputs, given);

        own.Keys.Where(name => !forced[name].SequenceEqual(own[name])).ShouldBe(["layer0.hidden", "layer0.output"]);
    }

    [Fact]
    public void FromSnapshot_PredictsTheSameBits_AsTheTrainedEncoder()
    {
        var restored = FakeQuantizedEncoder.FromSnapshot(Trained.Value.Snapshot());

        restored.PredictFakeQuantized(SineProblem.Validation.Inputs)
            .ShouldBe(Trained.Value.PredictFakeQuantized(SineProblem.Validation.Inputs));
    }

    [Fact]
    public void Calibrate_ClipsOutliers_WhereThatLowersTheError()
    {
        var inputs = SineProblem.Training.Inputs.ToArray();
        inputs[17] = 4;
        var model = new EncoderModel(SineProblem.Shape(), 1);

        var encoder = FakeQuantizedEncoder.Calibrate(
            model, PrecisionPlan.Uniform(4), SineProblem.Training with { Inputs = inputs });

        var input = encoder.Snapshot().Tensors["input"];
        (input.Scale * (input.Maximum - input.ZeroPoint)).ShouldBeInRange(1.3, 2.5);
    }

    /// <summary>Float sums may fall on the other side of a tie: next to it, one step is allowed.</summary>
    private static void ShouldBeRounded(float[] seen, double[] sums, TensorQuantizer quantizer)
    {
        for (var i = 0; i < seen.Length; i++)
        {
            var (below, above) = (Round(sums[i] - 1e-5, quantizer), Round(sums[i] + 1e-5, quantizer));
            ((double)seen[i]).ShouldBeInRange(below - 1e-5, above + 1e-5);
        }
    }

    private static double[] QuantizedWeight(QuantizedEncoder snapshot, string tensor, DenseWeights dense)
    {
        var quantizer = snapshot.WeightMatrices[TensorNames.Weight(tensor)];
        return [.. dense.Weight.Select((w, i) => quantizer.Scales[i % dense.Outputs] * Math.Clamp(
            Math.Floor(w / quantizer.Scales[i % dense.Outputs] + 0.5), -quantizer.Limit, quantizer.Limit))];
    }

    private static double Round(double x, TensorQuantizer quantizer) => quantizer.Scale * (Math.Clamp(
        Math.Floor(x / quantizer.Scale + quantizer.ZeroPoint + 0.5), quantizer.Minimum, quantizer.Maximum)
        - quantizer.ZeroPoint);

    private static bool IsOnGrid(float value, TensorQuantizer quantizer)
    {
        var q = value / quantizer.Scale + quantizer.ZeroPoint;
        return Math.Abs(q - Math.Floor(q + 0.5)) < 1e-3 && q > quantizer.Minimum - 1e-3 && q < quantizer.Maximum + 1e-3;
    }
}
