using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Tests.Quantization;

/// <summary>Encoders with LayerNorm, RMSNorm, GELU and causal masks through every rung up to the interpreter.</summary>
public sealed class FurtherEncoderTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void PerOperation_StaysWithinTheProof_ForEveryElement(int seed)
    {
        var trained = RandomEncoders.AnyFurther(seed);
        var encoder = trained.Integers();

        var agreement = AgreementLadder.PerOperation(trained, encoder, encoder.Trace(12, seed));

        agreement.Select(operation => operation.Tensor).ShouldBe(TensorNames.Activations(trained.Weights.Shape).Skip(1));
        agreement.ShouldAllBe(operation => operation.Holds);
        encoder.Steps.ShouldAllBe(step => step is SoftmaxStep || step.Bound <= 0.625);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TeacherForced_IsWithinOneLsb_ForEveryTensor(int seed)
    {
        var (trained, bits) = (RandomEncoders.AnyFurther(seed), 4 + seed % 9);
        var encoder = trained.Integers(new QuantizationOptions(ExponentialBits: bits));
        var windows = RandomEncoders.Windows(encoder.Shape, 12, seed);
        var trace = new HardwareExactForward(encoder).Trace(HostQuantizer.Quantize(windows, encoder.Input));

        var differences = AgreementLadder.TeacherForced(
            FakeQuantizedEncoder.FromSnapshot(trained, bits), encoder, trace, windows);

        differences.ShouldAllBe(d => d.Holds && d.Worst <= 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Interpreter_EqualsTheHardwareExactForward_InEveryTensor(int seed)
    {
        var encoder = RandomEncoders.AnyFurther(seed).Integers();
        var graph = GraphLowering.Lower(encoder, "further");
        var windows = encoder.Windows(4, seed);
        var trace = new HardwareExactForward(encoder).Trace(windows);

        for (var window = 0; window < 4; window++)
        {
            var input = windows.AsSpan(window * encoder.Input.Count, encoder.Input.Count);
            var tensors = GraphInterpreter.Run(graph, input).Tensors;
            AgreementLadder.FirstDifference(encoder, trace, window, tensors).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(Normalization.Layer, Activation.Gelu, true)]
    [InlineData(Normalization.Rms, Activation.Relu, false)]
    public void Lower_GivesTheOperations_ThatTheShapeAsksFor(Normalization norm, Activation activation, bool causal)
    {
        var shape = new EncoderShape(5, 2, 8, 2, 2, 2, 1, norm, activation, causal);

        var graph = GraphLowering.Lower(RandomEncoders.Create(shape, 8, 3).Integers(), "shape");

        graph.Operations.OfType<NormOp>().Select(op => (op.Output.Name, op.Centered)).ShouldBe(
            new[] { "layer0.attentionNorm", "layer0.outputNorm", "layer1.attentionNorm", "layer1.outputNorm" }
                .Select(name => (name, norm == Normalization.Layer)));
        graph.Operations.OfType<LookupOp>().Count().ShouldBe(activation == Activation.Gelu ? 2 : 0);
        graph.Operations.OfType<SoftmaxOp>().ShouldAllBe(op => op.Causal == causal);
    }

    [Fact]
    public void Quantize_ReportsQUANT006_WhereNoRootIsExactEnough()
    {
        var shape = new EncoderShape(2, 1, 768, 1, 1, 1, 1, Normalization.Layer);

        var faults = EncoderQuantizer.Quantize(RandomEncoders.Create(shape, 8, 1), new QuantizationOptions()).Diagnostics;

        faults.Select(fault => fault.ToString()).ShouldContain(
            "error QUANT006 at layer0.attentionNorm: no reciprocal root of 24 bits normalizes 768 features of 8 bits to "
            + "0.125 LSB\n"
            + "  expected: a root of at most 24 bits, deviations of at most 18 and an error of at most 0.125 LSB\n"
            + "  remedy:   give 'layer0.attention' or 'layer0.attentionNorm' fewer bits, or make the model narrower");
    }
}
