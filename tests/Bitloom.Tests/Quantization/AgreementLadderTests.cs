using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Tests.Quantization;

public sealed class AgreementLadderTests
{
    private static readonly EncoderShape Shape = new(5, 2, 8, 2, 1, 2, 1, Normalization.Batch);

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void PerOperation_StaysWithinTheProof_ForEveryElement(int seed)
    {
        var trained = RandomEncoders.Any(seed);
        var encoder = trained.Integers();

        var agreement = AgreementLadder.PerOperation(trained, encoder, encoder.Trace(12, seed));

        agreement.Length.ShouldBe(encoder.Steps.Length);
        agreement.ShouldAllBe(operation => operation.Holds);
        encoder.ErrorBounds.ShouldAllBe(bound => bound.Total <= 0.625);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void PerOperation_StaysWithinTheProof_ForAnyIntegers(int seed)
    {
        var trained = RandomEncoders.Any(seed);
        var encoder = trained.Integers();
        var random = new Random(seed);
        var inputs = Enumerable.Range(0, 12 * encoder.Input.Count)
            .Select(_ => random.Next(encoder.Input.Format.Minimum, encoder.Input.Format.Maximum + 1));

        var trace = new HardwareExactForward(encoder).Trace([.. inputs]);

        AgreementLadder.PerOperation(trained, encoder, trace).ShouldAllBe(operation => operation.Holds);
    }

    [Fact]
    public void PerOperation_Exceeds_WhenTheConstantsAreAnotherEncoders()
    {
        var trained = RandomEncoders.Create(Shape, 8, 1);
        var encoder = trained.Integers();

        var other = trained.With("pooled", q => q with { Scale = q.Scale * 1.1 });

        AgreementLadder.PerOperation(other, encoder, encoder.Trace(4, 1)).ShouldContain(o => !o.Holds);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TeacherForced_IsWithinOneLsb_ForEveryTensor(int seed)
    {
        var (trained, bits) = (RandomEncoders.Any(seed), 4 + seed % 9);
        var encoder = trained.Integers(new QuantizationOptions(ExponentialBits: bits));
        var windows = RandomEncoders.Windows(encoder.Shape, 12, seed);
        var trace = new HardwareExactForward(encoder).Trace(HostQuantizer.Quantize(windows, encoder.Input));

        var differences = AgreementLadder.TeacherForced(
            FakeQuantizedEncoder.FromSnapshot(trained, bits), encoder, trace, windows);

        differences.Select(d => d.Tensor).ShouldBe(["input", .. encoder.Steps.Select(step => step.Output.Name)]);
        differences.ShouldAllBe(d => d.Holds && d.Worst <= 1);
        differences.Sum(d => d.Elements).ShouldBe(trace.Tensors.Values.Sum(values => (long)values.Length));
    }

    [Fact]
    public void TeacherForced_DiffersRarely_WhereNoTieIsCommon()
    {
        var trained = RandomEncoders.Create(Shape, 8, 3);
        var encoder = trained.Integers();
        var windows = RandomEncoders.Windows(Shape, 40, 3);
        var trace = new HardwareExactForward(encoder).Trace(HostQuantizer.Quantize(windows, encoder.Input));

        var differences = AgreementLadder.TeacherForced(
            FakeQuantizedEncoder.FromSnapshot(trained), encoder, trace, windows);

        var (elements, differing) = (differences.Sum(d => d.Elements), differences.Sum(d => d.Differing));
        differing.ShouldBeInRange(1, elements / 50);
    }

    [Fact]
    public void TeacherForced_CountsWhatIsFartherApart_WhenTheTablesAreOthers()
    {
        var trained = RandomEncoders.Create(Shape, 8, 1);
        var encoder = trained.Integers(new QuantizationOptions(ExponentialBits: 8));
        var windows = RandomEncoders.Windows(Shape, 12, 1);
        var trace = new HardwareExactForward(encoder).Trace(HostQuantizer.Quantize(windows, encoder.Input));

        var differences = AgreementLadder.TeacherForced(
            FakeQuantizedEncoder.FromSnapshot(trained, 4), encoder, trace, windows);

        var different = differences.Where(d => !d.Holds).ShouldHaveSingleItem();
        different.Tensor.ShouldBe("layer0.probabilities");
        different.Beyond.ShouldBeInRange(100, different.Differing);
        different.Worst.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void FirstDifference_NamesTensorAndElement_WhereEvaluatorsPart()
    {
        var encoder = RandomEncoders.Create(Shape, 8, 1).Integers();
        var trace = encoder.Trace(2, 1);
        var expected = trace.Tensors.ToDictionary(
            pair => pair.Key, pair => pair.Value[(pair.Value.Length / 2)..], StringComparer.Ordinal);
        expected["output"][0]++;
        expected["layer0.scores"][7]--;

        var difference = AgreementLadder.FirstDifference(encoder, trace, 1, expected);

        var value = expected["layer0.scores"][7];
        difference.ShouldBe(new TensorDifference(1, "layer0.scores", 7, value, value + 1));
        new TensorDifference(1, "layer0.scores", 7, -3, -2).ToString()
            .ShouldBe("window 1, layer0.scores[7]: found -2, expected -3");
    }

    [Fact]
    public void TeacherForced_CountsAnElementBeyond_ThatIsTwoStepsApart()
    {
        var trained = RandomEncoders.Create(Shape, 8, 3);
        var encoder = trained.Integers();
        var windows = RandomEncoders.Windows(Shape, 1, 3);
        var trace = new HardwareExactForward(encoder).Trace(HostQuantizer.Quantize(windows, encoder.Input));
        var forward = FakeQuantizedEncoder.FromSnapshot(trained);
        var before = AgreementLadder.TeacherForced(forward, encoder, trace, windows)[^1];
        trace.Tensors["output"][0] += trace.Tensors["output"][0] > 0 ? -2 : 2;

        var after = AgreementLadder.TeacherForced(forward, encoder, trace, windows)[^1];

        before.ShouldBe(new TeacherForcedDifference("output", 1, Worst: 0, Differing: 0, Beyond: 0));
        after.ShouldBe(new TeacherForcedDifference("output", 1, Worst: 2, Differing: 1, Beyond: 1));
    }

    [Fact]
    public void FirstDifference_SeesTheLastElement()
    {
        var encoder = RandomEncoders.Create(Shape, 8, 1).Integers();
        var trace = encoder.Trace(1, 1);
        var expected = trace.Tensors.ToDictionary(
            pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
        AgreementLadder.FirstDifference(encoder, trace, 0, expected).ShouldBeNull();
        expected["pooled"][^1]++;

        var difference = AgreementLadder.FirstDifference(encoder, trace, 0, expected);

        var value = expected["pooled"][^1];
        difference.ShouldBe(new TensorDifference(0, "pooled", Shape.Dimension - 1, value, value - 1));
    }

    [Fact]
    public void FreeRunning_CountsInLsb_WhereTheForwardsPart()
    {
        var encoder = RandomEncoders.Create(Shape, 8, 2).Integers();
        var trace = encoder.Trace(1, 2);
        var pooled = encoder.Steps.Single(step => step.Output.Name == "pooled").Output;
        var reals = HostQuantizer.Dequantize(trace.Tensors["pooled"], pooled);
        reals[0] += (float)(trace.Tensors["pooled"][0] > 0 ? -2 : 2) * (float)pooled.Affine.Scale;

        var differences = AgreementLadder.FreeRunning(
            encoder, trace, new Dictionary<string, float[]>(StringComparer.Ordinal) { ["pooled"] = reals });

        differences.ShouldBe([new FreeRunningDifference("pooled", 2, 0.25, 0.125)]);
    }
}
