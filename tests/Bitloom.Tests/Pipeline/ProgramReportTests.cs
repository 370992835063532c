using Bitloom.Engine;
using Bitloom.Pipeline;
using Bitloom.Quantization;
using Bitloom.Tests.Engine;
using Bitloom.Tests.Quantization;
using Bitloom.Training;

namespace Bitloom.Tests.Pipeline;

/// <summary>What the report shows of the program: where cycles and words go.</summary>
public sealed class ProgramReportTests
{
    private static readonly EngineProgram Program = Programs.Compile(SmallGraphs.Encoder(), new(6, 3, 1));

    [Fact]
    public void Instructions_FollowEachOther_FromTheInputToTheLastElement()
    {
        var entries = ProgramReport.Instructions(Program);

        entries[0].Start.ShouldBeGreaterThanOrEqualTo(Program.Parameters.Inputs);
        entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.First.End + pair.Second.Delay == pair.Second.Start);
        entries[^1].End.ShouldBe(Program.Schedule.Cycles);
    }

    [Fact]
    public void Busy_AddsUpToTheArraysCycles_AndFitsEachInstruction()
    {
        var entries = ProgramReport.Instructions(Program);

        entries.Sum(entry => entry.Busy).ShouldBe(Program.ArrayCycles);
        entries.ShouldAllBe(entry => entry.Busy <= entry.End - entry.Start);
        entries.ShouldAllBe(entry => entry.Opcode == "END" || entry.Tiles > 0);
    }

    [Fact]
    public void MemoryMap_NeverHasTwoTensorsInOnePlace()
    {
        var uses = ProgramReport.MemoryMap(Program);

        uses.Length.ShouldBe(Program.MemoryMap.Length);
        uses.ShouldAllBe(use => 0 <= use.Start && use.Start < use.End && use.End <= Program.Schedule.Cycles);
        var clashes =
            from one in uses
            from other in uses
            where one != other && one.Memory == other.Memory
            where one.FirstWord < other.FirstWord + other.Words && other.FirstWord < one.FirstWord + one.Words
            where one.Start < other.End && other.Start < one.End
            select (one, other);
        clashes.ShouldBeEmpty();
    }

    [Fact]
    public void QuantizationErrors_AreThoseOfEveryTensor_AndNoneOfAnInputThatIsOnItsGrid()
    {
        var shape = new EncoderShape(5, 2, 8, 2, 1, 2, 1, Normalization.Batch);
        var trained = RandomEncoders.Create(shape, 8, 1);
        var encoder = trained.Integers();

        var errors = QuantizationReport.Of(
            FakeQuantizedEncoder.FromSnapshot(trained), encoder,
            HostQuantizer.Dequantize(encoder.Windows(300, 1), encoder.Input));

        errors.Select(error => error.Tensor).ShouldBe(["input", .. encoder.Steps.Select(step => step.Output.Name)]);
        errors[0].Largest.ShouldBeLessThan(1e-4);
        errors.Skip(1).ShouldAllBe(error => error.Bits == 8 && error.Mean > 0.01 && error.Mean <= error.Largest);
    }

    [Fact]
    public void QuantizationErrors_AreNone_WithoutWindows()
    {
        var trained = RandomEncoders.Any(1);

        QuantizationReport.Of(FakeQuantizedEncoder.FromSnapshot(trained), trained.Integers(), []).ShouldBeEmpty();
    }
}
