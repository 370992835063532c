using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Pipeline;
using Bitloom.Tests.Pipeline;

namespace Bitloom.Conformance.Tests.Pipeline;

/// <summary>That a build with one small fault in its graph or its program is refused, RTL included.</summary>
public sealed class VerdictTests(TrainedSine sine) : IClassFixture<TrainedSine>
{
    [Fact]
    public async Task Build_Fails_WhenAnOffsetOfTheGraphIsOffByOne()
    {
        var inputs = sine.InputsFor("offset");
        var compiled = CompileStage.Run(inputs, sine.Model).Value!;
        var wrong = sine.Model with { Graph = sine.Model.Graph.WithOffsetOffByOne("output") };

        var result = await FinishAsync(inputs, wrong, compiled);

        ShouldBeRefused(result);
        FaultsOfManyWindows(result).ShouldBe(
        [
            "VERIFY001 integer graph interpreter", "VERIFY001 engine simulator",
            "VERIFY001 RTL in GHDL, random stalls", "VERIFY001 translated RTL in Verilator, random stalls",
        ]);
        result.Diagnostics[0].Found.ShouldMatch(
            @"^\d+ of \d+ values differ; first window \d+, output\[0\]: expected -?\d+, found -?\d+$");
        result.Diagnostics.First(diagnostic => diagnostic.Location == "RTL in GHDL, random stalls").Found.ShouldMatch(
            @"^\d+ of \d+ values differ; first mismatch: window \d+ element 0 expected [0-9A-F]{2} found [0-9A-F]{2}$");
    }

    [Fact]
    public async Task Build_Fails_WhenABitOfAWeightIsFlippedInTheProgram()
    {
        var inputs = sine.InputsFor("weight");
        var compiled = Compiled(inputs, program => program.WithFlippedBit("output.weight", bit: 6));

        var result = await FinishAsync(inputs, sine.Model, compiled);

        ShouldBeRefused(result);
        FaultsOfManyWindows(result).ShouldBe(
        [
            "VERIFY001 engine simulator", "VERIFY001 RTL in GHDL, random stalls",
            "VERIFY001 translated RTL in Verilator, random stalls",
        ]);
    }

    [Fact]
    public async Task Build_Fails_WhenTheCyclesAreNotThosePredicted()
    {
        var inputs = sine.InputsFor("cycles");
        var compiled = Compiled(inputs, Sabotage.WithOneCycleMore);
        var predicted = compiled.Program.Schedule.Cycles;

        var result = await FinishAsync(inputs, sine.Model, compiled);

        ShouldBeRefused(result);
        result.Diagnostics.ShouldBe([VerificationFault.OfCycles(predicted, predicted - 1)]);
    }

    private CompiledModel Compiled(BuildInputs inputs, Func<EngineProgram, EngineProgram> change)
    {
        var compiled = CompileStage.Run(inputs, sine.Model).Value!;
        var changed = change(compiled.Program);
        return new(changed, HdlProject.Write(compiled.Hardware.Directory, changed, new MemoryKinds()));
    }

    private Task<BuildResult> FinishAsync(BuildInputs inputs, IntegerModel model, CompiledModel compiled) =>
        BuildPipeline.FinishAsync(
            inputs, sine.Trained, model, compiled, new SilentProgress(), TestContext.Current.CancellationToken);

    // So small a fault need not show in the one or two windows that are played at full speed.
    private static IEnumerable<string> FaultsOfManyWindows(BuildResult result) => result.Diagnostics
        .Where(diagnostic => !diagnostic.Location.EndsWith("full speed", StringComparison.Ordinal))
        .Select(diagnostic => $"{diagnostic.Code} {diagnostic.Location}");

    private static void ShouldBeRefused(BuildResult result)
    {
        result.Outcome.ShouldBe(BuildOutcome.VerificationFailed);
        result.Report.ShouldNotBeNull().Verified.ShouldBeFalse();
        result.Diagnostics.ShouldAllBe(diagnostic => diagnostic.Severity == Severity.Error);
        File.ReadAllText(Path.Combine(result.OutputFolder!, "report.json")).ShouldContain("\"verified\": false");
    }
}
