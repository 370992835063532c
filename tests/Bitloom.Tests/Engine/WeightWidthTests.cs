using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Tests.Engine;

/// <summary>Weights of several widths in one model, and engines that have room for them or not.</summary>
public sealed class WeightWidthTests
{
    private static readonly EngineShape Shape = new(2, 2, 1);

    [Fact]
    public void WideWeights_ComeFirst_AndNarrowOnesCostTheirOwnBits()
    {
        var program = Programs.Compile(Model(firstBits: 3, secondBits: 6), Shape);

        program.MemoryMap.Single(entry => entry.Tensor == "second.weight").Base.ShouldBe(0);
        program.Parameters.Weights.Planes.ShouldBe([new(0, 3, 14), new(3, 3, 6)]);
        program.Images.Weight.WordBits.ShouldBe(2 * 6);
        program.Parameters.Widths.OperandBits.ShouldBe(8);
    }

    [Fact]
    public void CompileFor_TellsOfWideWeights_ThatTheEngineHasNoRoomFor()
    {
        var engine = Programs.Compile(Model(firstBits: 3, secondBits: 6), Shape).Parameters;

        var compiled = EngineCompiler.CompileFor(Model(firstBits: 6, secondBits: 3), engine);

        compiled.Diagnostics.ShouldContain(fault => fault.Code == "ENGINE009"
            && fault.Found == "8 words of weights of more than 3 bits, which the engine does not have"
            && fault.Expected == "at most 6 words");
    }

    [Fact]
    public void CompileFor_TellsOfAResidualFromTheInput_ThatTheEngineCannotRead()
    {
        var (with, without) = (Model(6, 3, residual: true), Model(6, 3));
        var engine = Programs.Compile(without, Shape).Parameters;

        var compiled = EngineCompiler.CompileFor(
            with, engine with { Widths = Programs.Compile(with, Shape).Parameters.Widths });

        engine.InputResidual.ShouldBeFalse();
        Programs.Compile(with, Shape).Parameters.InputResidual.ShouldBeTrue();
        compiled.Diagnostics.ShouldContain(fault => fault.Code == "ENGINE009"
            && fault.Found == "a residual that is read from the input, which the engine does not have"
            && fault.Expected == "residuals of other tensors");
    }

    [Fact]
    public void CompileTogether_GivesRoomForTheWeightsOfBoth()
    {
        var programs = EngineCompiler.CompileTogether(
            [Model(6, 3, residual: true), Model(3, 6)], EngineOptions.Pinned(Shape)).Value!;

        programs.ShouldAllBe(program => program.Parameters.InputResidual);
        programs.ShouldAllBe(program => program.Parameters.Weights.Equals(programs[0].Parameters.Weights));
        programs[0].Parameters.Weights.Planes.ShouldBe([new(0, 3, 14), new(3, 3, 8)]);
    }

    // 8 words of weights, then 6; with the residual the second product adds the input.
    private static IntegerGraph Model(int firstBits, int secondBits, bool residual = false) => SmallGraphs.Graph(
        "widths",
        SmallGraphs.Input(2, 4),
        Weights("first.weight", 4, 3, firstBits),
        SmallGraphs.Product("first", 2, 3, "input", "first.weight"),
        Weights("second.weight", 3, 4, secondBits),
        SmallGraphs.Product(
            "second", 2, 4, "first", "second.weight", residual ? new ResidualTerm("input", [7], 1) : null));

    private static ConstantOp Weights(string name, int rows, int columns, int bits) => new(
        SmallGraphs.Tensor(name, rows, columns, bits), [.. Enumerable.Repeat(-3, rows * columns)]);
}
