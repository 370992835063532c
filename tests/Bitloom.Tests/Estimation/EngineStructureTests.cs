using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Tests.Engine;

namespace Bitloom.Tests.Estimation;

/// <summary>What of a compiled program decides about its cells.</summary>
public sealed class EngineStructureTests
{
    private static readonly EngineProgram Program =
        EngineCompiler.Compile(SmallGraphs.Encoder(), EngineOptions.Pinned(new(2, 2, 1))).Value!;

    [Fact]
    public void Fields_VaryInNoMoreBitsThanTheyHave()
    {
        var structure = Structure(loadPort: false);

        foreach (var field in InstructionLayout.Fields)
            structure.Varying(field.Name).ShouldBeInRange(0, field.Bits(Program.Parameters));
        structure.Varying("opcode").ShouldBeGreaterThan(0);
        structure.Varying("causal").ShouldBe(0);
    }

    [Fact]
    public void Fields_VaryInAllBits_WhenProgramsAreLoaded()
    {
        var structure = Structure(loadPort: true);

        structure.VaryingOfAll.ShouldBe(Program.Parameters.InstructionBits);
    }

    [Fact]
    public void ReadOnlyParts_StoreOnlyTheBitsThatVary()
    {
        var parts = Structure(loadPort: false).Parts;

        var program = parts.Where(part => part.Memory == EngineMemory.Program).ToArray();
        program.Sum(part => part.StoredBits).ShouldBe(Structure(loadPort: false).VaryingOfAll);
        program.Sum(part => part.Part.Bits).ShouldBe(Program.Parameters.InstructionBits);
        parts.ShouldAllBe(part => part.TableBits <= part.StoredBits);
    }

    [Fact]
    public void Estimate_HasTheMultipliersAndMemoriesOfThePlan_WhenNothingIsConstant()
    {
        var plan = MemoryPlanner.Plan(Program.Parameters, new(), new(MemoryFamily.SevenSeries, 20, 2400), loadPort: true);
        var structure = EngineStructure.Of(Program, plan, MemoryFamily.SevenSeries, loadPort: true);

        var estimate = ResourceModelFile.Find(SynthesisFamily.Xc7).Estimate(structure);

        estimate.Multipliers.ShouldBe(Program.Parameters.Multipliers.Slices(Program.Parameters.Shape));
        estimate.BlockUnits.ShouldBe(plan.Cost.BlockUnits);
        estimate.LutMemory.ShouldBe(plan.Cost.LutMemory);
    }

    [Fact]
    public void Estimate_GrowsWithTheArray()
    {
        var larger = EngineCompiler.Compile(SmallGraphs.Encoder(), EngineOptions.Pinned(new(4, 4, 1))).Value!;

        Estimate(larger).Luts.ShouldBeGreaterThan(Estimate(Program).Luts);
        Estimate(larger).FlipFlops.ShouldBeGreaterThan(Estimate(Program).FlipFlops);
    }

    [Fact]
    public void Features_HaveOneNameEachInTheirPart()
    {
        EngineFeatures.Names.ShouldBeUnique();
        EngineFeatures.Names.Select(name => name.Part).Distinct().Count().ShouldBe(Enum.GetValues<EnginePart>().Length);
    }

    private static EngineStructure Structure(bool loadPort) => EngineStructure.Of(
        Program, MemoryPlan.Whole(Program.Parameters, new(), loadPort), MemoryFamily.SevenSeries, loadPort);

    private static ResourceEstimate Estimate(EngineProgram program)
    {
        var plan = MemoryPlanner.Plan(program.Parameters, new(), new(MemoryFamily.SevenSeries, 20, 2400));
        return ResourceModelFile.Find(SynthesisFamily.Xc7).Estimate(
            EngineStructure.Of(program, plan, MemoryFamily.SevenSeries, loadPort: false));
    }
}
