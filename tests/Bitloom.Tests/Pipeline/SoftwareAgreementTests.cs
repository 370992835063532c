using System.Globalization;
using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Pipeline;
using Bitloom.Quantization;
using Bitloom.Tests.Quantization;
using Bitloom.Training;

namespace Bitloom.Tests.Pipeline;

/// <summary>That the comparison of the software's implementations finds faults, and says where.</summary>
public sealed class SoftwareAgreementTests
{
    private const int Windows = 20;
    private static readonly IntegerEncoder Encoder = Make();
    private static readonly IntegerGraph Graph = GraphLowering.Lower(Encoder, "sabotaged");
    private static readonly EngineProgram Program =
        EngineCompiler.Compile(Graph, EngineOptions.Pinned(new EngineShape(4, 2, 1))).Value!;

    private static readonly int[] Inputs = Encoder.Windows(Windows, seed: 4);

    /// <summary>Slips of a compiler, by name.</summary>
    private static readonly Dictionary<string, Func<EngineProgram, EngineProgram>> Slips = new(StringComparer.Ordinal)
    {
        ["lanes of a weight word swapped"] = program => program.WithSwappedLanes("embedding.weight"),
        ["stride of A"] = Change("layer0.query", fields => fields with { AStride = fields.AStride - 1 }),
        ["base of B"] = Change("layer0.scores", fields => fields with { BBase = fields.BBase + 1 }),
        ["output shift"] = Change("layer0.hidden", fields => fields with { Shift = fields.Shift + 1 }),
        ["residual shift"] = Change(
            "layer0.attention", fields => fields with { ResidualShift = fields.ResidualShift + 1 }),
        ["base of the residual"] = Change(
            "layer0.attention", fields => fields with { ResidualBase = fields.ResidualBase + 1 }),
        ["exponential table"] = Change("layer0.probabilities", fields => fields with { ConstantBase = 1 }),
        ["sign of A"] = Change("layer0.context", fields => fields with { AUnsigned = false }),
        ["rectifier"] = Change("layer0.hidden", fields => fields with { Minimum = -1 }),
        ["keys of a row"] = Change("layer0.probabilities", fields => fields with { Steps = fields.Steps - 1 }),
        ["delay"] = Change("output", fields => fields with { Delay = fields.Delay - 1 }),
    };

    public static TheoryData<string> SlipNames => [.. Slips.Keys];

    private static int ElementsOfAWindow => Encoder.Steps.Sum(step => step.Output.Count);

    [Fact]
    public void Compare_FindsNothing_WhereNothingIsWrong()
    {
        var rungs = Compare(Graph, Program);

        rungs.Select(rung => rung.Compared).ShouldBe(
            [
                Windows * ElementsOfAWindow,
                Windows * (ElementsOfAWindow + Graph.OutputCount),
                Windows * (ElementsOfAWindow + Graph.OutputCount),
            ]);
        rungs.Select(rung => rung.To).ShouldBe(
            ["integer graph interpreter", "fast evaluator", "engine simulator"]);
        rungs.ShouldAllBe(rung => rung.Differences == 0 && rung.First == null);
    }

    [Fact]
    public void Compare_NamesTheFirstDifference_WhenAnOffsetIsOffByOne()
    {
        var exact = new HardwareExactForward(Encoder).Run(Inputs);

        var rung = Compare(Graph.WithOffsetOffByOne("output"), Program)[0];

        exact.ShouldAllBe(element => element < Graph.OutputTensors.Single().Format.Maximum);
        rung.Differences.ShouldBe(Windows);
        VerificationFault.Of(rung).ShouldBe(Fault(
            "integer graph interpreter",
            Text($"{Windows} of {Windows * ElementsOfAWindow} values differ; ")
            + Text($"first window 0, output[0]: expected {exact[0]}, found {exact[0] + 1}"),
            "what the hardware-exact forward computes"));
    }

    [Fact]
    public void Compare_NamesTheFirstDifference_WhenABitOfAWeightIsFlipped()
    {
        var window = Inputs[..Graph.InputTensor.Count];
        var expected = GraphInterpreter.Run(Graph, window).Output[0];
        var found = GraphInterpreter.Run(Graph.WithFlippedBit("output.weight", bit: 6), window).Output[0];

        var rungs = Compare(Graph, Program.WithFlippedBit("output.weight", bit: 6));

        found.ShouldNotBe(expected);
        rungs[0].Differences.ShouldBe(0);
        rungs[1].Differences.ShouldBe(0);
        rungs[2].Differences.ShouldBeGreaterThan(0);
        VerificationFault.Of(rungs[2]).ShouldBe(Fault(
            "engine simulator",
            Text($"{rungs[2].Differences} of {rungs[2].Compared} values differ; ")
            + Text($"first window 0, output[0]: expected {expected}, found {found}"),
            "what the integer graph interpreter computes"));
    }

    [Theory]
    [MemberData(nameof(SlipNames))]
    public void Compare_FindsEverySlip_OfTheCompiler(string slip)
    {
        var rungs = Compare(Graph, Slips[slip](Program));

        rungs[0].Differences.ShouldBe(0);
        rungs[1].Differences.ShouldBe(0);
        rungs[2].Differences.ShouldBeGreaterThan(0);
        rungs[2].First.ShouldNotBeNull().ShouldStartWith("window ");
    }

    [Fact]
    public void Compare_CountsEveryTensorBehindTheFault()
    {
        var rung = Compare(Graph.WithOffsetOffByOne("embedding"), Program)[0];

        rung.Differences.ShouldBeGreaterThan(Windows);
        rung.First.ShouldNotBeNull().ShouldStartWith("window 0, embedding[");
    }

    [Fact]
    public void VerificationFault_NamesBothCounts_WhenTheCyclesDiffer()
    {
        VerificationFault.OfCycles(predicted: 1234, simulated: 1235).ToString().ShouldBe(
            """
            error VERIFY002 at cycles: an inference took 1235 cycles in the RTL
              expected: 1234 cycles, as the compiler predicted
              remedy:   do not use this accelerator; please report it with the project file and the data, as this is a fault of Bitloom
            """);
    }

    private static Func<EngineProgram, EngineProgram> Change(
        string tensor, Func<Instruction, Instruction> change) => program => program.WithInstruction(tensor, change);

    private static IReadOnlyList<RungResult> Compare(IntegerGraph graph, EngineProgram program) =>
        SoftwareAgreement.Compare(
            Encoder, graph, program, Inputs, new SilentProgress(), TestContext.Current.CancellationToken);

    private static Diagnostic Fault(string stage, string found, string expected) => Diagnostic.Error(
        "VERIFY001", stage, found, expected,
        "do not use this accelerator; please report it with the project file and the data, "
        + "as this is a fault of Bitloom");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static IntegerEncoder Make()
    {
        var shape = new EncoderShape(5, 2, 6, 2, 1, 2, 1, Normalization.None);
        return RandomEncoders.Create(shape, bits: 8, seed: 3).Integers();
    }
}
