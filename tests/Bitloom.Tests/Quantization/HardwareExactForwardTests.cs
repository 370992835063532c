using Bitloom.Interpreter;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Tests.Quantization;

public sealed class HardwareExactForwardTests
{
    private static readonly EncoderShape Shape = new(12, 1, 32, 1, 1, 4, 1, Normalization.Batch);

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Trace_EqualsTheInterpreter_InEveryTensorOfEveryWindow(int seed)
    {
        const int Windows = 19;
        int? poolBits = seed % 9 == 0 ? null : seed % 9;
        var encoder = RandomEncoders.Any(seed).Integers(new QuantizationOptions(16, 8 + seed % 5, poolBits));
        var graph = GraphLowering.Lower(encoder, "random");

        var inputs = encoder.Windows(Windows, seed);
        var trace = new HardwareExactForward(encoder).Trace(inputs);

        for (var window = 0; window < Windows; window++)
        {
            var input = inputs.AsSpan(window * encoder.Input.Count, encoder.Input.Count);
            var expected = GraphInterpreter.Run(graph, input);
            AgreementLadder.FirstDifference(encoder, trace, window, expected.Tensors).ShouldBeNull();
        }
    }

    [Fact]
    public void Run_EqualsTheTrace_WhateverTheNumberOfWindows()
    {
        var encoder = RandomEncoders.Create(Shape, 8, 5).Integers();
        var inputs = encoder.Windows(33, 5);
        var forward = new HardwareExactForward(encoder);

        var all = forward.Trace(inputs).Tensors["output"];
        var first = forward.Run(inputs.AsSpan(0, encoder.Input.Count));

        forward.Run(inputs).ShouldBe(all);
        first.ShouldBe(all[..1]);
    }

    [Fact]
    public void Predict_ReturnsReals_ByTheOutputsScale()
    {
        var encoder = RandomEncoders.Create(Shape, 8, 6).Integers();
        var windows = RandomEncoders.Windows(Shape, 3, 6);
        var forward = new HardwareExactForward(encoder);

        var predictions = forward.Predict(windows);

        var integers = forward.Run(HostQuantizer.Quantize(windows, encoder.Input));
        predictions.ShouldBe(HostQuantizer.Dequantize(integers, encoder.Output));
        predictions.Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Predict_FollowsTheRealForward_AtEightBits()
    {
        var trained = RandomEncoders.Create(Shape with { Normalization = Normalization.None }, 8, 9);
        float[] windows = [.. Enumerable.Range(1000, 6).SelectMany(seed => RandomEncoders.Windows(Shape, 1, seed))];

        var predictions = new HardwareExactForward(trained.Integers(new(16, 12))).Predict(windows);

        var real = windows.Chunk(12)
            .Select(window => RealForward.Run(trained.Weights, [.. window.Select(v => (double)v)])["output"][0]);
        var scale = trained.Tensors["output"].Scale;
        predictions.Zip(real, (p, r) => Math.Abs(p - r) / scale).Average().ShouldBeLessThan(8);
    }

    [Fact]
    public void Run_Refuses_APartOfAWindow()
    {
        var forward = new HardwareExactForward(RandomEncoders.Create(Shape, 8, 1).Integers());

        Should.Throw<ArgumentException>(() => forward.Run(new int[13]));
    }

    [Fact]
    public void Run_IsExact_AtTheWidestSumsThatAreAllowed()
    {
        var shape = new EncoderShape(2, 1, 128, 1, 1, 4, 1, Normalization.None);
        var encoder = WithEqualWeights(RandomEncoders.Create(shape, 8, 3)).Integers();
        int[] inputs = [127, -128];

        var trace = new HardwareExactForward(encoder).Trace(inputs);

        var expected = GraphInterpreter.Run(GraphLowering.Lower(encoder, "wide"), inputs);
        AgreementLadder.FirstDifference(encoder, trace, 0, expected.Tensors).ShouldBeNull();
        expected["layer0.hidden"].Sum(v => 127L * v).ShouldBeGreaterThan(1 << 23);
    }

    // All hidden units at their greatest value, all weights of the next matrix at the limit: 512 * 255 * 127 of 2^24.
    private static QuantizedEncoder WithEqualWeights(QuantizedEncoder encoder)
    {
        var block = encoder.Weights.Blocks[0];
        var hidden = block.Hidden with { Bias = [.. block.Hidden.Bias.Select(_ => 1000f)] };
        var output = block.Output with { Weight = [.. block.Output.Weight.Select(_ => 0.1f)] };
        var quantizer = new WeightQuantizer(8, [.. Enumerable.Repeat(0.1f / 127.0, output.Outputs)]);
        return encoder with
        {
            Weights = encoder.Weights with { Blocks = [block with { Hidden = hidden, Output = output }] },
            WeightMatrices = encoder.WeightMatrices.SetItem("layer0.output.weight", quantizer),
        };
    }
}
